import type { Tag } from '@hashsight/tagger';
import { promisedPrecision } from '../../model/model.js';
import { percent } from '../../parts/numbers.js';
import { explained, pinnedHashtag, pointAt, togglePin } from '../../tagging/heat-maps.js';

/** The threshold in words, for screen readers. */
function verdict({ probability, threshold }: Tag): string {
  if (threshold === undefined) return '';
  return `, ${probability >= threshold ? 'above' : 'below'} its threshold of ${percent(threshold)}`;
}

/** A hashtag with its probability; under the pointer or the focus, its heat map is shown. */
export function TagRow({ tag }: { readonly tag: Tag }) {
  const { hashtag, probability, threshold } = tag;
  const others = tag.synonyms.filter((name) => name !== hashtag);
  // Where other hashtags have a threshold, one without abstains.
  const isSure = threshold !== undefined && probability >= threshold;
  const isPlain = promisedPrecision.value === undefined;
  return (
    <li>
      <button
        type="button"
        class={`tag${isSure ? ' sure' : ''}${isPlain ? ' plain' : ''}${explained.value === hashtag ? ' active' : ''}`}
        aria-pressed={pinnedHashtag.value === hashtag}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && pointAt(hashtag)}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && pointAt(undefined)}
        onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && pointAt(hashtag)}
        onBlur={() => pointAt(undefined)}
        onClick={() => togglePin(hashtag)}
      >
        <span class="tag-name">
          #{hashtag}
          {others.length > 0 && <span class="synonyms"> {others.map((name) => `#${name}`).join(' ')}</span>}
        </span>
        <span class="tag-share">
          {percent(probability)}
          <span class="hidden">{verdict(tag)}</span>
        </span>
        <span class="bar" aria-hidden="true">
          <i style={{ width: `${100 * probability}%` }} />
          {threshold !== undefined && <b style={{ left: `${100 * threshold}%` }} />}
        </span>
      </button>
    </li>
  );
}
