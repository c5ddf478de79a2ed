import { fileURLToPath } from 'node:url';
import { buildNative } from '@hashsight/native-build';

/** Options of {@link setup}. */
export interface SetupOptions {
  /** The Python environment for torch and cmake if the machine lacks them; default: in the user's cache. */
  readonly venv?: string;
}

/**
 * Builds the native part of this package if needed. LibTorch comes from the folder `LIBTORCH`, from a `python3` that
 * has torch, or is installed into a Python environment. Call it before importing the package.
 *
 * @returns the build folder
 * @throws NativeBuildError if the build fails; the reasons are on standard error
 */
export function setup(options: SetupOptions = {}): string {
  return buildNative(fileURLToPath(new URL('../../', import.meta.url)), options);
}
