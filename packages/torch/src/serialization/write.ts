import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WeightsError } from '../errors.js';
import { tidy } from '../memory.js';
import { operator } from '../operator.js';
import { Tensor } from '../tensor.js';
import { arrange, encodeHeader } from './format.js';

// Bytes copied and written at a time: large enough for the disk, small enough for the cache.
const CHUNK_BYTES = 4 << 20;

const resolveConj = operator<(self: Tensor) => Tensor>('aten::resolve_conj');
const resolveNeg = operator<(self: Tensor) => Tensor>('aten::resolve_neg');

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Writes a tensor's elements in row-major order, chunk by chunk. Only a non-contiguous tensor is copied first. */
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

function checkTensor(name: string, tensor: unknown, source: string): asserts tensor is Tensor {
  const fail = (got: string, advice: string): never => {
    throw new WeightsError(
      `${source}: ${JSON.stringify(name)}: expected a dense tensor with data, got ${got}; ${advice}`,
    );
  };
  if (name === '__metadata__') fail('the name "__metadata__"', 'rename it');
  if (!(tensor instanceof Tensor)) fail(tensor === null ? 'null' : typeof tensor, 'leave it out');
  const { layout, device } = tensor as Tensor;
  if (layout !== 'strided') fail(`one with layout ${layout}`, 'make it dense with to_dense');
  if (device === 'meta') fail('one on the meta device', 'materialize it first');
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes to a temporary file next to `path` and renames it, so that readers see either the old or the new file. */
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
 * Writes tensors to a safetensors file with the byte layout of Python's `save_file`. Tensors are streamed: only
 * non-contiguous ones are copied, one at a time. Tensors that share memory are each written in full. The file is
 * renamed to `path` only after it is complete and synced to disk; if anything fails, an existing file at `path` is
 * unchanged.
 *
 * @param tensors - tensors by name, on any device
 * @param options.metadata - strings to store with the tensors
 * @throws WeightsError if the format cannot hold a tensor (sparse, quantized, `complex128`, on `meta`) or the file
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
  const infos = arrange(described, path);
  const { metadata = {} } = options;
  const notes = new Map(metadata instanceof Map ? metadata : Object.entries(metadata));
  const header = encodeHeader({ metadata: notes, tensors: infos });
  const chunk = new Uint8Array(CHUNK_BYTES);
  try {
    replaceFile(path, (descriptor) => {
      writeAll(descriptor, header);
      for (const name of infos.keys()) writeTensor(descriptor, byName.get(name) as Tensor, chunk);
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !('syscall' in (cause as Error))) throw cause;
    throw new WeightsError(
      `${path}: the file could not be written (${code}); an existing file is unchanged`,
      {
        cause,
      },
    );
  }
}
