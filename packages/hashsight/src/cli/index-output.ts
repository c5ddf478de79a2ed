import path from 'node:path';
import { UsageError } from '@hashsight/formats';
import type { EmbeddedImage, EmbeddingIndex } from '@hashsight/search';
import type { Tagger } from '@hashsight/tagger';
import type { LineOutput } from './line-output.js';

/** Images written at once. */
const IMAGES_PER_WRITE = 64;
/** From this many images on, a graph makes searches faster than comparing all of them. */
const GRAPH_FROM = 1_000_000;
/** The graph is built again when it leaves out more than this share. */
const SHARE_OUTSIDE = 0.1;

/** What `hashsight embed` knows of an image. */
export interface EmbeddedLine {
  readonly image: string;
  readonly embedding: Float32Array;
}

/**
 * Adds the images of `hashsight embed` to an index. Images that it has already are skipped; those that could not be used
 * are left out.
 *
 * @param model - folder of the model
 * @throws UsageError if the model is not in a folder of this machine
 * @throws InputError if the index cannot be written to, or another model made it
 */
export async function indexOutput(folder: string, model: string, tagger: Tagger): Promise<LineOutput> {
  if (/^\w+:\/\//.test(model)) {
    throw new UsageError(`expected a folder if \`out\` is given, got the address ${model}`, {
      option: 'model',
    });
  }
  const { EmbeddingIndex, modelDigest } = await import('@hashsight/search');
  const source = { digest: await modelDigest(model), folder: path.resolve(model) };
  const index = await EmbeddingIndex.openOrCreate(folder, source, tagger.embeddingSize);
  let waiting: EmbeddedImage[] = [];
  const flush = async () => {
    const images = waiting;
    waiting = [];
    if (images.length > 0) await index.append(images);
  };
  return {
    has: (image) => index.idOf(path.resolve(image)) !== undefined,
    async write(line) {
      if (!isEmbedded(line)) return;
      waiting.push({ path: path.resolve(line.image), embedding: line.embedding });
      if (waiting.length >= IMAGES_PER_WRITE) await flush();
    },
    async close() {
      await flush();
      await buildGraphIfDue(index);
      await index.close();
    },
  };
}

function isEmbedded(line: { readonly image: string }): line is EmbeddedLine {
  return 'embedding' in line;
}

async function buildGraphIfDue(index: EmbeddingIndex): Promise<void> {
  const outside = index.size - index.graphSize;
  if (index.size < GRAPH_FROM || outside < SHARE_OUTSIDE * index.size) return;
  const { progressLine } = await import('./progress.js');
  const progress = progressLine();
  const onProgress = (done: number) =>
    progress.onProgress({ step: 'building the graph for searches', done, total: index.size, unit: 'images' });
  try {
    await index.buildGraph({ onProgress });
  } finally {
    progress.end();
  }
}
