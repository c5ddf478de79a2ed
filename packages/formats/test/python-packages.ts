import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildFolder } from '../src/files/build-folder.js';
import { cacheFolder } from '../src/files/cache-folder.js';

/** Python with packages, or in one phrase why there is none. */
export interface PythonPackages {
  /** For a test's `skip`. */
  readonly skip: string | false;
  /** The folder of the packages, for another Python; empty if there is none. */
  readonly folder: string;
  /** Runs a file and gives what it printed; throws with what it wrote to stderr where it fails. */
  run(script: string, args: readonly string[]): string;
}

/**
 * The `python3` on PATH with packages in a folder of their own, so that nobody's environment changes. They are installed
 * once, into the cache.
 *
 * @param requirements as pip takes them, with a version each: `webdataset==1.0.2`
 */
export function pythonPackages(...requirements: readonly string[]): Promise<PythonPackages> {
  return packagesBeside('python3', ...requirements);
}

/**
 * {@link pythonPackages} for another Python, whose own packages stay in use.
 *
 * @param requirements may begin with options of pip: `--no-deps`, so that torchvision brings no torch of its own
 */
export async function packagesBeside(
  python: string,
  ...requirements: readonly string[]
): Promise<PythonPackages> {
  const run = (args: readonly string[], packages?: string) =>
    spawnSync(python, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ...(packages && { PYTHONPATH: packages }) },
    });
  const unusable = (skip: string): PythonPackages => ({
    skip,
    folder: '',
    run: () => {
      throw new Error(skip);
    },
  });
  const { status, stdout } = run(['-c', 'import pip, sys; print(sys.implementation.cache_tag)']);
  if (status !== 0) return unusable(`no ${python} with pip`);
  // NumPy and others are compiled for one version of Python.
  const name = [...requirements, stdout.trim()].map((word) => word.replace(/[^\w.]+/g, '-')).join('+');
  const packages = path.join(cacheFolder(), 'python', name);
  try {
    await buildFolder(packages, async (beside) => {
      const pip = ['-m', 'pip', 'install', '--quiet', '--retries', '1', '--target', beside, ...requirements];
      const { status, stderr } = run(pip);
      if (status !== 0) throw new Error(`pip cannot install it: ${stderr.trim().split('\n').at(-1)}`);
    });
  } catch (error) {
    return unusable(`no ${requirements.join(', ')}: ${error instanceof Error ? error.message : error}`);
  }
  return {
    skip: false,
    folder: packages,
    run(script, args) {
      const { status, stdout, stderr } = run([script, ...args], packages);
      if (status !== 0) throw new Error(`${script}: expected exit code 0, got ${status}: ${stderr}`);
      return stdout;
    },
  };
}
