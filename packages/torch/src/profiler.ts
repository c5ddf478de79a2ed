import { TorchError } from './errors.js';
import { native, type OperatorTime } from './native.js';
import { refusePromise } from './synchronous.js';

export type { OperatorTime };

/**
 * Runs `work` and measures the operators that LibTorch calls in all threads, longest first. GPUs run asynchronously, so
 * on a GPU only the launch time counts. Measuring costs about one microsecond per call.
 *
 * @throws TypeError if `work` returns a promise
 * @throws TorchError inside another `profile`
 */
export function profile(work: () => void): OperatorTime[] {
  if (!native.startProfiler()) {
    throw new TorchError('profile: another profile is already running; remove one of them');
  }
  let times: OperatorTime[] = [];
  try {
    refusePromise('profile', work());
  } finally {
    times = native.stopProfiler();
  }
  return times.sort((one, other) => other.selfMs - one.selfMs);
}
