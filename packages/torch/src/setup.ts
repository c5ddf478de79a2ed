import { fileURLToPath } from 'node:url';
import { buildNative } from '@hashsight/native-build';

/** What {@link setup} takes. */
export interface SetupOptions {
  /** The Python environment that torch and cmake are installed into where the machine lacks them; default: in the user's cache. */
  readonly venv?: string;
}

/**
 * Builds the native part of this package, unless that is done. LibTorch is the folder `LIBTORCH`, or that of a `python3`
 * that has torch, or is installed into a Python environment. Must be called before the package is imported.
 *
 * @returns the folder that it was built into
 * @throws NativeBuildError when it cannot be built; the reasons stand on standard error
 */
export function setup(options: SetupOptions = {}): string {
  return buildNative(fileURLToPath(new URL('../../', import.meta.url)), options);
}
