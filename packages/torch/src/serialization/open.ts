import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { WeightsError } from '../errors.js';
import { LENGTH_BYTES } from './format.js';
import { shown } from './parse.js';
import { PyTorchFile } from './pytorch/file.js';
import { SafetensorsFile } from './read.js';
import { readAt } from './read-at.js';
import type { OpenOptions, TensorFile, TensorFileFormat } from './tensor-file.js';

/**
 * Opens a file of named tensors: safetensors, or a checkpoint of PyTorch (`.pth`, `.pt`) in its zip form or the legacy form
 * before version 1.6. The form is detected by the content, not by the name. Tensors are read later, one by one, so a large
 * file is never in memory twice. Close the file, best with `using`.
 *
 *     using file = openTensorFile('resnext101.pth');
 *     using weight = file.get('conv1.weight');
 *
 * PyTorch's files are pickles, which are programs. They are read without Python by a machine that knows only data: nothing in
 * a file can run code, and memory is limited by the file's size.
 *
 * @param options.device - device of the tensors; default `cpu`
 * @throws WeightsError if the file does not exist, is malformed, or contains Python objects other than tensors and plain data
 */
export function openTensorFile(path: string, options: OpenOptions = {}): TensorFile {
  const { device = 'cpu' } = options;
  let descriptor: number | undefined;
  try {
    // Opening a pipe would wait for someone to write to it.
    if (!statSync(path).isFile()) {
      const got = statSync(path).isDirectory() ? 'a folder' : 'something else';
      throw new WeightsError(`${path}: expected a file of tensors, got ${got}; check the path`);
    }
    descriptor = openSync(path, 'r');
    const { size: fileBytes } = fstatSync(descriptor);
    const format = detectFormat(readAt(descriptor, Math.min(HEAD_BYTES, fileBytes), 0), path);
    if (format !== 'safetensors') {
      const file = new PyTorchFile(path, format, { descriptor, fileBytes, device });
      descriptor = undefined;
      return file;
    }
  } catch (cause) {
    if (cause instanceof WeightsError || !(cause instanceof Error && 'code' in cause)) throw cause;
    throw new WeightsError(`${path}: the file could not be read (${cause.code}); check the path`, { cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  return new SafetensorsFile(path, device);
}

/** Bytes by which a form is detected. */
const HEAD_BYTES = 512;
const PICKLE_PROTO = 0x80;
/** Position of a tar archive's mark. */
const TAR_MARK = 257;

/** Other contents that people meet, and what to do about them. */
const FOREIGN: readonly (readonly [mark: string | RegExp, what: string, cure: string])[] = [
  ['version https://git-lfs', 'a pointer of Git LFS', 'get the file itself: git lfs pull'],
  [/^\s*<(?:!doctype|html|\?xml)/i, 'a web page', 'the download failed, get it again'],
  ['\x89HDF', 'an HDF5 file', 'convert it to safetensors'],
  ['GGUF', 'a GGUF file', 'convert it to safetensors'],
  ['\x1f\x8b', 'a gzip file', 'unpack it first'],
  ['7z', 'a 7z archive', 'unpack it first'],
];

function detectFormat(head: Buffer, path: string): TensorFileFormat {
  const text = head.toString('latin1');
  const expected = `${path}: expected safetensors or a PyTorch checkpoint (.pth, .pt)`;
  if (head.length === 0) throw new WeightsError(`${expected}, got an empty file; get it again`);
  // The header's length, then a JSON object. The length may begin with the bytes of any other mark, so this comes first.
  if (text[LENGTH_BYTES] === '{') return 'safetensors';
  if (text.startsWith('PK')) return 'pytorch-zip';
  if (head[0] === PICKLE_PROTO) return 'pytorch-legacy';
  if (text.startsWith('ustar', TAR_MARK)) {
    throw new WeightsError(
      `${expected}, got a tar archive, PyTorch's form before 0.1.10; load it with PyTorch and save it again`,
    );
  }
  const foreign = FOREIGN.find(([mark]) =>
    typeof mark === 'string' ? text.startsWith(mark) : mark.test(text),
  );
  if (foreign !== undefined) throw new WeightsError(`${expected}, got ${foreign[1]}; ${foreign[2]}`);
  throw new WeightsError(
    `${expected}, got a file that begins with ${shown(text.slice(0, 16))}; check the path`,
  );
}
