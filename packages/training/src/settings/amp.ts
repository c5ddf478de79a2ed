import { autocast, type Device } from '@hashsight/torch';

/** Runs `work` with mixed precision according to the setting `amp`. */
export function withAmp<T>(amp: 'off' | 'bfloat16' | 'float16', device: Device, work: () => T): T {
  return amp === 'off' ? work() : autocast(device, work, { dtype: amp });
}
