import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { packageVersion } from '@hashsight/formats/version';
import { type Finding, needed, optional } from './check.js';

const BUILD = 'run: npx hashsight setup';
const REINSTALL = 'install the npm packages again on this machine: npm install';

/** Least memory that training a small model and `prepare` do well with. */
const MEMORY = 4e9;

/** Formats that are read through sharp, and sharp's names of them; JPEG has a decoder of its own. */
const FORMATS = { PNG: 'png', WebP: 'webp', GIF: 'gif', TIFF: 'tiff', AVIF: 'heif', SVG: 'svg' } as const;

/**
 * Looks at everything that Hashsight needs of this machine. Each part is loaded by itself, so that one that is missing
 * hides no other.
 */
export async function checkMachine(): Promise<Finding[]> {
  const libtorch = await needed('LibTorch', `train, evaluate and predict need it; ${BUILD}`, findLibTorch);
  return [
    { name: 'Hashsight', status: 'ok', found: packageVersion() },
    await needed('Node.js', 'install Node.js 20.19 or newer', findNode),
    await needed('libjpeg-turbo', `everything that reads images needs it; ${BUILD}`, findLibjpeg),
    await needed('sharp', `everything that reads images needs it; ${REINSTALL}`, findSharp),
    await needed('DuckDB', `prepare needs it; ${REINSTALL}`, findDuckdb),
    libtorch,
    ...(libtorch.status === 'ok' ? await checkLibTorch() : []),
    await needed(
      'memory',
      `expected ${bytes(MEMORY)} or more; give the machine or the container more`,
      findMemory,
    ),
    { name: 'threads', status: 'ok', found: `${availableParallelism()}` },
  ];
}

/** What can only be asked once LibTorch works. */
async function checkLibTorch(): Promise<Finding[]> {
  return [
    await optional(
      'CUDA',
      'training runs on the CPU; for a GPU install a PyTorch with CUDA, and run setup again with LIBTORCH or its python3',
      findCuda,
    ),
    await optional('bfloat16', 'float32 is used on the CPU, --amp bfloat16 would be slower', findBfloat16),
    await optional(
      'torchrun',
      '--nproc needs it; install PyTorch for python3 and run setup again, or start the processes on your own',
      findTorchrun,
    ),
  ];
}

async function findNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const found = `${process.versions.node} on ${process.platform} ${process.arch}`;
  if (major > 20 || (major === 20 && minor >= 19)) return found;
  throw new Error(`expected 20.19 or newer, got ${found}`);
}

async function findLibjpeg(): Promise<string> {
  const { JpegPool } = await import('@hashsight/jpeg');
  const pool = new JpegPool({ threads: 1, files: [] });
  await pool.close();
  return 'the native part loads';
}

async function findSharp(): Promise<string> {
  const { default: sharp } = await import('sharp');
  const names = Object.keys(FORMATS) as (keyof typeof FORMATS)[];
  const unread = names.filter((name) => sharp.format[FORMATS[name]]?.input.buffer !== true);
  if (unread.length > 0)
    throw new Error(`expected it to read ${names.join(', ')}, it lacks ${unread.join(', ')}`);
  return `${sharp.versions.sharp}, libvips ${sharp.versions.vips}: ${names.join(', ')}`;
}

async function findDuckdb(): Promise<string> {
  const { openTables } = await import('@hashsight/dataset/tables');
  using tables = await openTables({ threads: 1, memoryLimit: '200MB', temporaryDir: tmpdir() });
  const [row] = await tables.rows('SELECT version() AS version');
  return String(row?.version);
}

async function findLibTorch(): Promise<string> {
  const { tensor, tidy, version } = await import('@hashsight/torch');
  // A library that loads and does not compute is of no use.
  const sum = tidy(() => tensor([1, 2]).sum().item());
  if (sum !== 3) throw new Error(`expected 1 + 2 to be 3, got ${sum}`);
  return version();
}

async function findCuda(): Promise<string> {
  const { cudaDeviceCount } = await import('@hashsight/torch');
  const count = cudaDeviceCount();
  if (count === 0) throw new Error('LibTorch sees no GPU');
  return `${count} ${count === 1 ? 'GPU' : 'GPUs'}`;
}

async function findBfloat16(): Promise<string> {
  const { hasFastBfloat16 } = await import('@hashsight/training');
  if (!hasFastBfloat16()) throw new Error('the CPU has no instructions for it, or the system does not tell');
  return 'the CPU has instructions for it';
}

async function findTorchrun(): Promise<string> {
  const { distributed } = await import('@hashsight/torch');
  const { spawnSync } = await import('node:child_process');
  const [program = '', ...words] = distributed.torchrunCommand();
  if (spawnSync(program, [...words, '--help']).status !== 0) throw new Error(`${program} does not run`);
  return program;
}

async function findMemory(): Promise<string> {
  // Of a container its limit; 0 or a huge number where it has none.
  const limit = process.constrainedMemory();
  const size = limit > 0 && limit < totalmem() ? limit : totalmem();
  const found = `${bytes(size)}${size < totalmem() ? ' (limit of the container)' : ''}${free()}`;
  if (size < MEMORY) throw new Error(found);
  return found;
}

/** What Linux thinks can be used without swapping. */
function free(): string {
  try {
    const [, kibibytes] = /^MemAvailable: +(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'latin1')) ?? [];
    return kibibytes === undefined ? '' : `, ${bytes(Number(kibibytes) * 1024)} available`;
  } catch {
    return '';
  }
}

const bytes = (count: number) => `${(count / 1e9).toFixed(1)} GB`;
