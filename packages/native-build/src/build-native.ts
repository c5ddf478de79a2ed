import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildFolder, cacheFolder } from './build-folder.js';

/** Options of {@link buildNative}. */
export interface BuildOptions {
  /** Arguments for the package's `scripts/build-native`. */
  readonly args?: readonly string[];
  /** The Python environment for tools that the machine lacks; default: in the user's cache. */
  readonly venv?: string;
}

/** The native part could not be built. The reasons are in the build output. */
export class NativeBuildError extends Error {
  /** Stable error code for comparisons. */
  readonly code = 'ERR_NATIVE_BUILD';
  override name = 'NativeBuildError';
  /** The exit status of `scripts/build-native`; null if it was killed. */
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

/**
 * Builds a package's native part into its {@link buildFolder}, unless it is already built from the same sources against
 * the same library. Reports progress on standard error.
 *
 * @returns the build folder
 * @throws NativeBuildError if the build fails
 */
export function buildNative(packageFolder: string, options: BuildOptions = {}): string {
  const folder = buildFolder(packageFolder);
  const script = path.join(packageFolder, 'scripts', 'build-native');
  const { status, error } = spawnSync('bash', [script, ...(options.args ?? [])], {
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      HASHSIGHT_BUILD_FOLDER: folder,
      HASHSIGHT_VENV: options.venv ?? path.join(cacheFolder(), 'venv'),
    },
  });
  if (status === 0) return folder;
  const reason = error?.message ?? (status === null ? 'killed by a signal' : `exit status ${status}`);
  throw new NativeBuildError(`${script}: the native part could not be built (${reason})`, status);
}
