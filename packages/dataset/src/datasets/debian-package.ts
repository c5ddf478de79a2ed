import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { buildFolder, isFolder } from '@hashsight/formats/node';
import { runProgram } from './run-program.js';
import type { FetchOptions } from './source.js';

/** A Debian package with a known digest. */
export interface PinnedDebianPackage {
  readonly name: string;
  /** The version with this digest, including the epoch. */
  readonly version: string;
  readonly sha256: string;
}

/** An unpacked package. */
export interface UnpackedPackage {
  readonly folder: string;
  readonly version: string;
}

/**
 * Downloads a Debian package and unpacks it into the cache. It needs no root permissions and leaves the system's
 * package lists alone: apt keeps its own lists in the cache, with the system's sources and keys. A cached package is
 * not downloaded again.
 *
 * @throws SourceError if apt is missing, the package cannot be downloaded, or its SHA-256 is wrong
 */
export async function fetchDebianPackage(
  wanted: PinnedDebianPackage,
  options: FetchOptions,
): Promise<UnpackedPackage> {
  const root = path.join(options.cache, 'debian');
  const cached = await findUnpacked(root, wanted);
  if (cached) return cached;
  const apt = await privateApt(root);
  options.onProgress({ step: 'reading the package lists', done: 0, unit: 'lists' });
  const update = await apt(['update']);
  const offered = await findOffered(apt, wanted, update.stderr);
  const archive = await download(apt, root, offered, options);
  await verify(archive, offered, wanted, options);
  const folder = path.join(root, `${wanted.name}_${encodeURIComponent(offered.version)}`);
  await buildFolder(folder, async (beside) => {
    options.onProgress({ step: 'unpacking', done: 0, unit: 'files' });
    const unpacked = await runProgram('dpkg-deb', ['-x', archive, beside], { cwd: root });
    if (unpacked.exitCode !== 0)
      throw new SourceError(`${wanted.name}: dpkg-deb: ${firstComplaint(unpacked.stderr)}`);
  });
  await rm(path.dirname(archive), { recursive: true, force: true });
  return { folder, version: offered.version };
}

/** The pinned version if it is cached, else the latest cached one. */
async function findUnpacked(root: string, wanted: PinnedDebianPackage): Promise<UnpackedPackage | undefined> {
  const prefix = `${wanted.name}_`;
  const names = await readdir(root).catch(() => [] as string[]);
  const versions = names
    .filter((name) => name.startsWith(prefix) && !name.endsWith('.partial'))
    .map((name) => decodeURIComponent(name.slice(prefix.length)))
    .sort();
  const version = versions.includes(wanted.version) ? wanted.version : versions.at(-1);
  if (version === undefined) return undefined;
  const folder = path.join(root, `${prefix}${encodeURIComponent(version)}`);
  return (await isFolder(folder)) ? { folder, version } : undefined;
}

type Apt = (
  args: readonly string[],
  cwd?: string,
  onPercent?: (percent: number) => void,
) => ReturnType<typeof runProgram>;

/** apt-get with its own state and cache folders. */
async function privateApt(root: string): Promise<Apt> {
  const state = path.join(root, 'apt');
  await mkdir(path.join(state, 'lists', 'partial'), { recursive: true });
  await mkdir(path.join(state, 'archives', 'partial'), { recursive: true });
  const config = path.join(state, 'apt.conf');
  await writeFile(config, aptConfiguration(state));
  return (args, cwd = root, onPercent) =>
    runProgram('apt-get', ['-q', '-c', config, ...args], {
      cwd,
      onStatusLine(line) {
        const percent = /^dlstatus:\d+:([\d.]+):/.exec(line)?.[1];
        if (percent !== undefined) onPercent?.(Number(percent));
      },
    });
}

function aptConfiguration(state: string): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '')}"`;
  return [
    `Dir::State ${quoted(state)};`,
    `Dir::State::Lists ${quoted(path.join(state, 'lists'))};`,
    `Dir::Cache ${quoted(state)};`,
    'APT::Sandbox::User "";', // apt's sandbox user could not write to the cache
    'APT::Status-Fd "3";',
    'Acquire::Languages "none";',
    'Acquire::Retries "1";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    // The system's hooks need root permissions and the system's own folders.
    '#clear APT::Update::Pre-Invoke;',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '',
  ].join('\n');
}

interface Offered {
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
}

/** The package that apt's signed index offers under this name. */
async function findOffered(apt: Apt, wanted: PinnedDebianPackage, updateErrors: string): Promise<Offered> {
  const { stdout, stderr } = await apt(['--print-uris', 'download', wanted.name]);
  // 'uri' name_1%3aversion_arch.deb size SHA256:hex
  const match = /^'[^']+' (\S+) \d+ SHA256:([0-9a-f]{64})$/m.exec(stdout);
  const [, file, sha256] = match ?? [];
  const version = file?.split('_')[1];
  if (file === undefined || sha256 === undefined || version === undefined) {
    const reasons = [firstComplaint(stderr) || 'apt does not offer it', firstComplaint(updateErrors)];
    const cause = reasons.filter((reason) => reason !== '').join('; ');
    throw new SourceError(`${wanted.name}: the Debian package cannot be downloaded: ${cause}`);
  }
  return { file, sha256, version: decodeURIComponent(version) };
}

async function download(apt: Apt, root: string, offered: Offered, options: FetchOptions): Promise<string> {
  const folder = path.join(root, `download-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const report = (done: number) => options.onProgress({ step: 'downloading', done, total: 100, unit: '%' });
  report(0);
  // The version is requested explicitly, because the index may be updated in the meantime.
  const [name] = offered.file.split('_');
  const { exitCode, stderr } = await apt(['download', `${name}=${offered.version}`], folder, report);
  const [file] = await readdir(folder);
  if (exitCode === 0 && file !== undefined) return path.join(folder, file);
  await rm(folder, { recursive: true, force: true });
  throw new SourceError(`${name}: the download failed: ${firstComplaint(stderr)}`);
}

async function verify(
  archive: string,
  offered: Offered,
  wanted: PinnedDebianPackage,
  options: FetchOptions,
): Promise<void> {
  const pinned = offered.version === wanted.version;
  const expected = pinned ? wanted.sha256 : offered.sha256;
  const got = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex');
  if (got !== expected) {
    await rm(path.dirname(archive), { recursive: true, force: true });
    throw new SourceError(
      `${wanted.name}: expected SHA-256 ${expected}, got ${got}; the package was not used`,
    );
  }
  if (!pinned) {
    options.onNote(
      `${wanted.name}: version ${offered.version}, checked against apt's signed index (expected version: ${wanted.version})`,
    );
  }
}

/** The first error or warning line of apt or dpkg, without its prefix. */
function firstComplaint(stderr: string): string {
  return (
    /^(?:[EW]: |dpkg-deb: error: )(.*)$/m.exec(stderr)?.[1]?.trim() ?? stderr.trim().split('\n', 1)[0] ?? ''
  );
}
