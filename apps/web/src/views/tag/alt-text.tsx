import { CopyButton } from '../../parts/copy-button.js';
import { altText, outcome } from '../../tagging/tagging.js';

/** The sentence for a screen reader, or why there is none. */
export function AltText() {
  const text = altText.value;
  const isKnown = outcome.value?.state === 'done' && text !== undefined;
  return (
    <section class="alt" aria-labelledby="alt-title">
      <h3 id="alt-title">Alt text</h3>
      <p class={typeof text === 'string' && isKnown ? 'alt-text' : 'alt-text soft'}>
        {!isKnown && 'A sentence for screen readers.'}
        {isKnown && (text ?? 'None: no hashtag is certain enough.')}
      </p>
      <CopyButton label="Copy" of="alt text" text={() => text ?? ''} isDisabled={!isKnown || text === null} />
    </section>
  );
}
