import { open } from 'node:fs/promises';
import path from 'node:path';
import { writeBeside, writeFileAtomic } from '@hashsight/formats/node';
import { type ExternalData, encodeModel, type ModelInfo } from './encode.js';
import type { Graph, Initializer } from './graph.js';

/** A protobuf message is limited to 2 GiB; weights above this size are written to a file of their own. */
const LARGEST_INSIDE = 2 ** 30;
/** Alignment of weights in that file, so that they can be memory-mapped one by one. */
const ALIGNMENT = 4096;
/** Weights smaller than this stay inside: shapes and such, which shape inference needs. */
const SMALLEST_OUTSIDE = 1024;

/** A model that was written. */
export interface WrittenModel {
  /** Size of the model with its external data. */
  readonly bytes: number;
  /** Whether weights are in a file of their own. */
  readonly isExternal: boolean;
}

/**
 * Writes a graph as an ONNX file. The weights are inside up to 1 GiB; otherwise they go to a file with the suffix
 * `.data` beside it, written one weight at a time.
 *
 * @param options.largestInside - limit in bytes; default 1 GiB
 * @throws InputError if a file cannot be written
 */
export async function writeModel(
  file: string,
  graph: Graph,
  info: ModelInfo,
  { largestInside = LARGEST_INSIDE }: { readonly largestInside?: number } = {},
): Promise<WrittenModel> {
  const total = graph.initializers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const outside = new Map<Initializer, ExternalData>();
  let offset = 0;
  if (total > largestInside) {
    const location = `${path.basename(file)}.data`;
    for (const weight of graph.initializers) {
      const { byteLength: length } = weight;
      if (length < SMALLEST_OUTSIDE) continue;
      outside.set(weight, { location, offset, length });
      offset += Math.ceil(length / ALIGNMENT) * ALIGNMENT;
    }
    await writeData(path.join(path.dirname(file), location), outside);
  }
  const encoded = encodeModel(graph, info, (weight) => outside.get(weight));
  await writeFileAtomic(file, encoded);
  return { bytes: encoded.byteLength + offset, isExternal: outside.size > 0 };
}

function writeData(target: string, weights: ReadonlyMap<Initializer, ExternalData>): Promise<void> {
  return writeBeside(target, async (beside) => {
    const handle = await open(beside, 'wx');
    try {
      for (const [weight, { offset }] of weights) {
        const bytes = weight.read();
        for (let done = 0; done < bytes.length; ) {
          done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
        }
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}
