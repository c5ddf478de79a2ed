import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { packageVersion } from '@hashsight/formats/version';
import { type Finding, needed, optional } from './check.js';

const BUILD = 'run: npx hashsight setup';
const REINSTALL = 'reinstall the npm packages on this machine: npm install';

/** Memory in bytes that is enough for `prepare` and for training a small model. */
const MEMORY = 4e9;

/** The formats that sharp decodes, with sharp's names; JPEG has its own decoder. */
const FORMATS = { PNG: 'png', WebP: 'webp', GIF: 'gif', TIFF: 'tiff', AVIF: 'heif', SVG: 'svg' } as const;

/**
 * Checks every requirement of Hashsight on this machine. Each part is loaded separately, so a missing part does not hide
 * problems of the others.
 */
export async function checkMachine(): Promise<Finding[]> {
  const libtorch = await needed('LibTorch', `train, evaluate and predict need it; ${BUILD}`, findLibTorch);
  return [
    { name: 'Hashsight', status: 'ok', found: packageVersion() },
    await needed('Node.js', 'install Node.js 20.19 or newer', findNode),
    await needed('libjpeg-turbo', `reading images needs it; ${BUILD}`, findLibjpeg),
    await needed('sharp', `reading images needs it; ${REINSTALL}`, findSharp),
    await needed('DuckDB', `prepare needs it; ${REINSTALL}`, findDuckdb),
    libtorch,
    ...(libtorch.status === 'ok' ? await checkLibTorch() : []),
    await needed(
      'memory',
      `${bytes(MEMORY)} or more are recommended; raise the memory of the machine or the container`,
      findMemory,
    ),
    { name: 'threads', status: 'ok', found: `${availableParallelism()}` },
  ];
}

/** Checks that need a working LibTorch. */
async function checkLibTorch(): Promise<Finding[]> {
  return [
    await optional(
      'CUDA',
      'training runs on the CPU; to use a GPU, install PyTorch with CUDA and run setup again with its python3, or with LIBTORCH',
      findCuda,
    ),
    await optional('bfloat16', 'the CPU uses float32; --amp bfloat16 would be slower', findBfloat16),
    await optional(
      'torchrun',
      '--nproc needs it; install PyTorch for python3 and run setup again, or start the processes yourself',
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
  if (unread.length > 0) throw new Error(`cannot read ${unread.join(', ')}; expected ${names.join(', ')}`);
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
  // A library may load but fail to compute.
  const sum = tidy(() => tensor([1, 2]).sum().item());
  if (sum !== 3) throw new Error(`expected 1 + 2 to be 3, got ${sum}`);
  return version();
}

async function findCuda(): Promise<string> {
  const { cudaDeviceCount } = await import('@hashsight/torch');
  const count = cudaDeviceCount();
  if (count === 0) throw new Error('LibTorch finds no GPU');
  return `${count} ${count === 1 ? 'GPU' : 'GPUs'}`;
}

async function findBfloat16(): Promise<string> {
  const { hasFastBfloat16 } = await import('@hashsight/training');
  if (!hasFastBfloat16())
    throw new Error('the CPU does not support it natively, or the system does not report it');
  return 'the CPU supports it natively';
}

async function findTorchrun(): Promise<string> {
  const { distributed } = await import('@hashsight/torch');
  const { spawnSync } = await import('node:child_process');
  const [program = '', ...words] = distributed.torchrunCommand();
  if (spawnSync(program, [...words, '--help']).status !== 0) throw new Error(`${program} cannot be started`);
  return program;
}

async function findMemory(): Promise<string> {
  // The limit of the container; 0 or a huge number without one.
  const limit = process.constrainedMemory();
  const size = limit > 0 && limit < totalmem() ? limit : totalmem();
  const found = `${bytes(size)}${size < totalmem() ? ' (limit of the container)' : ''}${free()}`;
  if (size < MEMORY) throw new Error(found);
  return found;
}

/** The memory that can be used without swapping, as estimated by Linux. */
function free(): string {
  try {
    const [, kibibytes] = /^MemAvailable: +(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'latin1')) ?? [];
    return kibibytes === undefined ? '' : `, ${bytes(Number(kibibytes) * 1024)} available`;
  } catch {
    return '';
  }
}

const bytes = (count: number) => `${(count / 1e9).toFixed(1)} GB`;
