/** Result of a timed warm-up. */
export interface Measured {
  readonly runtime: 'wasm' | 'webgpu';
  /** Milliseconds for one image. */
  readonly wasmMs: number;
  readonly webgpuMs: number;
  readonly gpu: string;
}

const PREFIX = 'hashsight-tagger:';

/** The measurement of an earlier visit; undefined if there is none, or the browser keeps nothing. */
export function recall(key: string): Measured | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Measured | null;
    return value?.runtime === 'wasm' || value?.runtime === 'webgpu' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a measurement for later visits, if the browser allows it. */
export function remember(key: string, measured: Measured): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(measured));
  } catch {
    // Private mode, a full store, or a worker: it is measured again next time.
  }
}
