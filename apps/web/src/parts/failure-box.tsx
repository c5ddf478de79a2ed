import type { Failure } from '../backend/failure.js';
import { Icon } from './icon.js';

/** A failure in words, and a button that tries again. */
export function FailureBox({
  failure,
  onTryAgain,
}: {
  readonly failure: Failure;
  readonly onTryAgain?: () => void;
}) {
  return (
    <div class="failure" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <b>{failure.message}</b>
        </p>
        <p>{failure.advice}</p>
        {onTryAgain !== undefined && (
          <button type="button" class="button small" onClick={onTryAgain}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}
