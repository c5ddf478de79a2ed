import type { Head } from './class-activation.js';
import { ModelFolderError } from './errors.js';

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Reads the last layer of a model from `head.safetensors`: `weight` `[K, C]` and `bias` `[K]`, both float32.
 *
 * @param place - for messages
 * @throws ModelFolderError if the file is damaged, or has other shapes
 */
export function parseHead(
  place: string,
  bytes: Uint8Array,
  shape: { readonly classes: number; readonly channels: number },
): Head {
  const { classes, channels } = shape;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const headerBytes = Number(view.getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes))) as Record<
      string,
      Entry
    >;
    const read = (name: string, expected: readonly number[]) => {
      const entry = header[name];
      const [from = 0, to = 0] = entry?.data_offsets ?? [];
      const count = expected.reduce((a, b) => a * b, 1);
      if (entry?.dtype !== 'F32' || entry.shape.join() !== expected.join() || to - from !== 4 * count) {
        throw new Error(
          `expected "${name}" as float32 [${expected.join(', ')}], got ${JSON.stringify(entry)}`,
        );
      }
      const start = bytes.byteOffset + 8 + headerBytes + from;
      // A copy: in the file, the data is not always aligned to four bytes.
      return new Float32Array(bytes.buffer.slice(start, start + 4 * count) as ArrayBuffer);
    };
    return { weight: read('weight', [classes, channels]), bias: read('bias', [classes]), channels };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ModelFolderError(
      `${place}: expected the last layer of the model, got a damaged file: ${reason}`,
      {
        cause: error,
      },
    );
  }
}
