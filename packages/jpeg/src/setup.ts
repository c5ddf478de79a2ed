import { fileURLToPath } from 'node:url';
import { buildNative } from '@hashsight/native-build';

/** Options of {@link setup}. */
export interface SetupOptions {
  /** A libjpeg-turbo that is not installed: a folder with the headers in `include`, and the shared library. */
  readonly libjpeg?: { readonly folder: string; readonly library: string };
  /** The Python environment for cmake if the machine lacks it; default: in the user's cache. */
  readonly venv?: string;
}

/** Exit status in the NativeBuildError of {@link setup} if the machine has no libjpeg-turbo. */
export const NO_LIBJPEG_STATUS = 3;

/**
 * Builds the native part of this package if needed, against the given libjpeg-turbo, the system's, or Homebrew's. Call
 * it before importing the package.
 *
 * @returns the build folder
 * @throws NativeBuildError if the build fails; the reasons are on standard error
 */
export function setup({ libjpeg, ...options }: SetupOptions = {}): string {
  const args = libjpeg === undefined ? [] : [libjpeg.folder, libjpeg.library];
  return buildNative(fileURLToPath(new URL('../../', import.meta.url)), { ...options, args });
}
