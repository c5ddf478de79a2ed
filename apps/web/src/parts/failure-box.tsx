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
      <span class="alert-icon">
        <Icon name="alert" />
      </span>
      <div>
        <p>
          <b>{failure.message}</b>
        </p>
        <p>{failure.advice}</p>
        {onTryAgain !== undefined && failure.isPassing && (
          <button type="button" class="button small failure-action" onClick={onTryAgain}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}
