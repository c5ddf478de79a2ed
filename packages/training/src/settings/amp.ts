import { autocast, type Device } from '@hashsight/torch';

/** Runs `work` as the setting `amp` says. */
export function withAmp<T>(amp: 'off' | 'bfloat16' | 'float16', device: Device, work: () => T): T {
  return amp === 'off' ? work() : autocast(device, work, { dtype: amp });
}
