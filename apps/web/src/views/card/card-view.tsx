import { useEffect } from 'preact/hooks';
import { card, readCard } from '../../model/model.js';
import { WhenLoaded } from '../../parts/when-loaded.js';
import { Markdown } from './markdown.js';

/** The model card, as `hashsight export` wrote it. */
export function CardView() {
  useEffect(() => void readCard(), []);
  return (
    <WhenLoaded state={card.value}>
      {(text) =>
        text === undefined ? (
          <p class="card nothing">This model has no card: its folder has no README.md.</p>
        ) : (
          <article class="card prose">
            <Markdown text={text} />
          </article>
        )
      }
    </WhenLoaded>
  );
}
