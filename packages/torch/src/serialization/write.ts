import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WeightsError } from '../errors.js';
import { tidy } from '../memory.js';
import { operator } from '../operator.js';
import { Tensor } from '../tensor.js';
import { arrange, encodeHeader } from './format.js';

// What is on its way to the file at one time: large enough for the disk, small enough for the cache.
const CHUNK_BYTES = 4 << 20;

const resolveConj = operator<(self: Tensor) => Tensor>('aten::resolve_conj');
const resolveNeg = operator<(self: Tensor) => Tensor>('aten::resolve_neg');

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Writes a tensor's elements in row-major order, a chunk at a time; only a tensor that lies otherwise is copied first. */
function writeTensor(descriptor: number, tensor: Tensor, chunk: Uint8Array): void {
  if (tensor.numel() === 0) return;
  tidy(() => {
    const plain = resolveNeg(resolveConj(tensor.detach()));
    const bytes = plain.contiguous().view([-1]).view('uint8');
    const total = bytes.numel();
    for (let start = 0; start < total; start += chunk.length) {
      const part = chunk.subarray(0, Math.min(chunk.length, total - start));
      using slice = bytes.narrow(0, start, part.length);
      slice.copyTo(part);
      writeAll(descriptor, part);
    }
  });
}

function checkTensor(name: string, tensor: unknown, place: string): asserts tensor is Tensor {
  const fail = (got: string, advice: string): never => {
    throw new WeightsError(
      `${place}: ${JSON.stringify(name)}: expected a dense tensor with data, got ${got}; ${advice}`,
    );
  };
  if (name === '__metadata__') fail('the name "__metadata__"', 'rename it');
  if (!(tensor instanceof Tensor)) fail(tensor === null ? 'null' : typeof tensor, 'leave it out');
  const { layout, device } = tensor as Tensor;
  if (layout !== 'strided') fail(`one with layout ${layout}`, 'make it dense with to_dense');
  if (device === 'meta') fail('one on the device meta', 'materialise it first');
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Fills a file beside `path`, then puts it in its place: a reader sees the old file or the new one, whole. */
function replaceFile(path: string, fill: (descriptor: number) => void): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      fill(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Writes tensors to a safetensors file, in the byte order of Python's `save_file`. They are streamed: no second copy of
 * the weights is made, except of one at a time that is not contiguous. Tensors that share memory are each written in full.
 * The file takes its place only when it is complete and on the disk; when anything fails, what stood at `path` is
 * unchanged.
 *
 * @param tensors - by name; on any device
 * @param options.metadata - strings to note besides
 * @throws WeightsError for a tensor the format cannot hold (sparse, quantised, `complex128`, on `meta`), and when the file
 * cannot be written
 */
export function saveFile(
  tensors: ReadonlyMap<string, Tensor> | Readonly<Record<string, Tensor>>,
  path: string,
  options: { readonly metadata?: ReadonlyMap<string, string> | Readonly<Record<string, string>> } = {},
): void {
  const byName = new Map(tensors instanceof Map ? tensors : Object.entries(tensors));
  for (const [name, tensor] of byName) checkTensor(name, tensor, path);
  const described = [...byName].map(([name, { dtype, shape }]) => ({ name, dtype, shape }));
  const places = arrange(described, path);
  const { metadata = {} } = options;
  const notes = new Map(metadata instanceof Map ? metadata : Object.entries(metadata));
  const header = encodeHeader({ metadata: notes, tensors: places });
  const chunk = new Uint8Array(CHUNK_BYTES);
  try {
    replaceFile(path, (descriptor) => {
      writeAll(descriptor, header);
      for (const name of places.keys()) writeTensor(descriptor, byName.get(name) as Tensor, chunk);
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !('syscall' in (cause as Error))) throw cause;
    throw new WeightsError(
      `${path}: expected a file that can be written, got ${code}; what was there before is unchanged`,
      {
        cause,
      },
    );
  }
}
