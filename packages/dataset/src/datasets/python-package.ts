import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { buildFolder, fileDigest } from '@hashsight/formats/node';
import { runProgram } from './run-program.js';

/** A wheel of a Python package with a known digest. */
export interface PinnedWheel {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the wheel, hexadecimal. */
  readonly sha256: string;
}

/**
 * Downloads a wheel into the cache with `pip download`, from the index that the user's pip is configured for, and
 * unpacks it. Nothing is installed and no code of the package is run. A cached package is not downloaded again.
 *
 * @returns the folder with the content of the wheel
 * @throws SourceError if Python or pip is missing, the wheel cannot be downloaded, or its digest is wrong
 */
export async function fetchWheel(wanted: PinnedWheel, cache: string): Promise<string> {
  const root = path.join(cache, 'python-packages');
  const folder = path.join(root, `${wanted.name}@${wanted.version}`);
  await buildFolder(folder, async (beside) => {
    const download = path.join(root, `download-${process.pid}`);
    await mkdir(download, { recursive: true });
    try {
      const wheel = await downloadWheel(wanted, download);
      const got = await fileDigest(wheel);
      if (got !== wanted.sha256) {
        throw new SourceError(
          `${wanted.name}: expected SHA-256 ${wanted.sha256}, got ${got}; the package was not used`,
        );
      }
      const { exitCode, stderr } = await runProgram('python3', ['-m', 'zipfile', '-e', wheel, beside], {
        cwd: root,
      });
      if (exitCode !== 0) throw new SourceError(`${wanted.name}: zipfile: ${lastLine(stderr)}`);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
  });
  return folder;
}

async function downloadWheel({ name, version }: PinnedWheel, folder: string): Promise<string> {
  const args = ['-m', 'pip', 'download', `${name}==${version}`, '--dest', folder];
  const how = ['--no-deps', '--only-binary=:all:', '--quiet', '--retries', '1', '--timeout', '60'];
  const { exitCode, stderr } = await runProgram('python3', [...args, ...how], { cwd: folder });
  const [file] = await readdir(folder);
  if (exitCode === 0 && file !== undefined) return path.join(folder, file);
  throw new SourceError(
    `${name}==${version}: the Python package cannot be downloaded: ${lastLine(stderr) || 'pip downloaded nothing'}`,
  );
}

/** The last line of Python's errors, which names the problem. */
function lastLine(stderr: string): string {
  return stderr.trim().split('\n').at(-1) ?? '';
}
