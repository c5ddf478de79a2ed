import type { Tag } from '@hashsight/tagger';
import { useSignal } from '@preact/signals';
import { loading } from '../../backend/browser-backend.js';
import { promisedPrecision } from '../../model/model.js';
import { FailureBox } from '../../parts/failure-box.js';
import { megabytes, wholePercent } from '../../parts/numbers.js';
import { image, outcome, tryAgain } from '../../tagging/tagging.js';
import { TagRow } from './tag-row.js';

/** Number of hashtags shown at first. */
const FIRST = 8;

/** Rows that keep the space of the hashtags. */
function Placeholders() {
  const shares = [62, 44, 31, 22, 15, 10, 7, 4];
  return (
    <ol class="tags" aria-hidden="true">
      {shares.map((share) => (
        <li key={share} class="ghost" style={{ '--share': `${share}%` }} />
      ))}
      <li class="ghost-button" />
    </ol>
  );
}

function Loading() {
  const state = loading.value;
  if (state === undefined) return <p class="legend">Looking …</p>;
  const total = state.totalBytes === undefined ? '' : ` of ${megabytes(state.totalBytes)}`;
  return (
    <p class="legend">
      <progress
        aria-label="Loading the model"
        {...(state.totalBytes !== undefined && { value: state.bytes, max: state.totalBytes })}
      />
      Loading the model: {megabytes(state.bytes)}
      {total}
    </p>
  );
}

/** What the mark on the bars means. */
function Legend() {
  const precision = promisedPrecision.value;
  if (precision === undefined) return <p class="legend">Bars show the probability of each hashtag.</p>;
  return (
    <p class="legend">
      <i class="mark" aria-hidden="true" /> Threshold: above it, a hashtag is right {wholePercent(precision)}{' '}
      of the time.
    </p>
  );
}

/** Moves the focus to the row before or after. */
function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const next = rows[rows.indexOf(document.activeElement as HTMLButtonElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Rows({ tags }: { readonly tags: readonly Tag[] }) {
  const isLong = useSignal(false);
  const shown = isLong.value ? tags : tags.slice(0, FIRST);
  return (
    <>
      <Legend />
      <ol class="tags" onKeyDown={onKeyDown}>
        {shown.map((tag) => (
          <TagRow key={tag.hashtag} tag={tag} />
        ))}
      </ol>
      {tags.length > FIRST && (
        <button
          type="button"
          class="button bare more"
          aria-expanded={isLong.value}
          onClick={() => {
            isLong.value = !isLong.value;
          }}
        >
          {isLong.value ? 'Show fewer' : `Show ${tags.length - FIRST} more`}
        </button>
      )}
    </>
  );
}

/** The hashtags of the image, or how far they are. */
export function TagList() {
  const result = outcome.value;
  if (result?.state === 'done') return <Rows key={image.value?.url} tags={result.answer.tags} />;
  if (result?.state === 'failed') return <FailureBox failure={result.failure} onTryAgain={tryAgain} />;
  return (
    <>
      {result === undefined ? <p class="legend">The most probable ones appear here.</p> : <Loading />}
      <Placeholders />
    </>
  );
}
