import { fileURLToPath } from 'node:url';
import { buildNative } from '@hashsight/native-build';

/** What {@link setup} takes. */
export interface SetupOptions {
  /** A libjpeg-turbo that is not installed: the folder whose `include` has the headers, and the shared library. */
  readonly libjpeg?: { readonly folder: string; readonly library: string };
  /** The Python environment that cmake is installed into where the machine lacks it; default: in the user's cache. */
  readonly venv?: string;
}

/** The status of the {@link setup}'s NativeBuildError where the machine has no libjpeg-turbo. */
export const NO_LIBJPEG_STATUS = 3;

/**
 * Builds the native part of this package, unless that is done: against the system's libjpeg-turbo, Homebrew's, or the one
 * that is given. Must be called before the package is imported.
 *
 * @returns the folder that it was built into
 * @throws NativeBuildError when it cannot be built; the reasons stand on standard error
 */
export function setup({ libjpeg, ...options }: SetupOptions = {}): string {
  const args = libjpeg === undefined ? [] : [libjpeg.folder, libjpeg.library];
  return buildNative(fileURLToPath(new URL('../../', import.meta.url)), { ...options, args });
}
