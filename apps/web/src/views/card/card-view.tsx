import { useEffect } from 'preact/hooks';
import { card, readCard } from '../../model/model.js';
import { FailureBox } from '../../parts/failure-box.js';
import { Markdown } from './markdown.js';

/** The model card, as `hashsight export` wrote it. */
export function CardView() {
  useEffect(() => void readCard(), []);
  const state = card.value;
  switch (state.state) {
    case 'loading':
      return <div class="card waiting" aria-busy="true" />;
    case 'failed':
      return <FailureBox failure={state.failure} />;
    case 'ready':
      return state.value === undefined ? (
        <p class="card nothing">This model has no card: its folder has no README.md.</p>
      ) : (
        <article class="card prose">
          <Markdown text={state.value} />
        </article>
      );
  }
}
