import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { buildFolder } from '@hashsight/formats/node';
import { runProgram } from './run-program.js';

/** An npm package whose content is known. */
export interface PinnedNpmPackage {
  readonly name: string;
  readonly version: string;
  /** As in a lock file: `sha512-` and the digest in base 64. */
  readonly integrity: string;
  /** Paths inside the package that are wanted; the rest is not unpacked. */
  readonly members: readonly string[];
}

/**
 * Downloads an npm package into the cache and unpacks what is wanted of it, with `npm pack`, so with the registry that
 * the user's npm is set up for. Nothing of the package is run. What is in the cache already is not fetched again.
 *
 * @returns the folder that holds the package's content
 * @throws SourceError when there is no npm, the package cannot be had, or its digest is not the expected one
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
  throw new SourceError(`${name}@${version}: the npm package cannot be had: ${npmReason(stdout, stderr)}`);
}

/** npm tells what went wrong as JSON, after `--json`, and else in lines of its own. */
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
    `${name}: expected integrity ${integrity}, got sha512-${digest}; nothing of it was used`,
  );
}
