import { TorchError } from './errors.js';
import { native, type OperatorTime } from './native.js';
import { refusePromise } from './synchronous.js';

export type { OperatorTime };

/**
 * Runs `work`, and says where its time went: the operators that LibTorch called in all threads, the longest first. On a GPU,
 * which works on its own, it's the time that giving it the work took. Measuring costs about a microsecond a call.
 *
 * @throws TypeError when `work` returns a promise
 * @throws TorchError within another `profile`
 */
export function profile(work: () => void): OperatorTime[] {
  if (!native.startProfiler()) {
    throw new TorchError('profile: expected one at a time, got one within another; leave one of them out');
  }
  let times: OperatorTime[] = [];
  try {
    refusePromise('profile', work());
  } finally {
    times = native.stopProfiler();
  }
  return times.sort((one, other) => other.selfMs - one.selfMs);
}
