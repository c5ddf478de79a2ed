import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildFolder, cacheFolder } from './build-folder.js';

/** What {@link buildNative} takes besides the package. */
export interface BuildOptions {
  /** Arguments for the package's `scripts/build-native`. */
  readonly args?: readonly string[];
  /** The Python environment that tools are installed into where the machine lacks them; default: in the user's cache. */
  readonly venv?: string;
}

/** A native part could not be built. The reasons stand in the lines that the build printed. */
export class NativeBuildError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code = 'ERR_NATIVE_BUILD';
  override name = 'NativeBuildError';
  /** The status that `scripts/build-native` ended with; null where it was killed. */
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

/**
 * Builds a package's native part into its {@link buildFolder}, unless it is built already from the same sources and
 * against the same library. Tells its steps on standard error.
 *
 * @returns the folder
 * @throws NativeBuildError when it cannot be built
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
  const reason = error?.message ?? `exit status ${status ?? 'of a signal'}`;
  throw new NativeBuildError(`${script}: expected it to build the native part, got ${reason}`, status);
}
