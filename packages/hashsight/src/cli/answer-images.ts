import { HashsightError, InputError, inOrder } from '@hashsight/formats';
import { type Answered, countOf, problemOf, sourcesOf } from './image-arguments.js';
import type { LineOutput } from './line-output.js';
import { progressLine } from './progress.js';

/** Images in progress: several batches, and those that are decoded meanwhile. */
const IN_PROGRESS = 64;

/** Fewer images are done quickly and show no progress. */
const FEW = 64;

/** What a verb does with images. */
export interface AnswerOptions {
  /** For messages: `tag`. */
  readonly verb: string;
  /** For the progress: `tagging`. */
  readonly step: string;
  readonly output: LineOutput;
  /** The line of an image, without the image. */
  readonly answer: (image: string) => Promise<object>;
}

/**
 * Writes a line for each image, in their order, with many images in progress. An image that cannot be used gets a line with
 * the error; images that the output already has are skipped.
 *
 * @throws HashsightError at the end if an image could not be used, or there are none
 */
export async function answerImages(words: readonly string[], options: AnswerOptions): Promise<void> {
  const { verb, step, output, answer } = options;
  const { findImages } = await import('@hashsight/images/files');
  const total = await countOf(words);
  const progress = progressLine();
  let skipped = 0;
  let images = 0;
  let failed = 0;
  let unusableFolders = 0;
  async function* left(): AsyncGenerator<string> {
    const onUnusable = (_: string, error: InputError) => {
      unusableFolders++;
      progress.note(`hashsight: ${error.message}`);
    };
    for await (const image of findImages(sourcesOf(words), { onUnusable })) {
      if (output.has(image)) skipped++;
      else yield image;
    }
  }
  const work = async (image: string) => ({ image, outcome: (await Promise.allSettled([answer(image)]))[0] });
  try {
    for await (const { image, outcome } of inOrder(left(), IN_PROGRESS, work)) {
      images++;
      if (outcome.status === 'fulfilled') await output.write({ image, ...outcome.value });
      else {
        const { reason } = outcome;
        if (!(reason instanceof InputError)) throw reason;
        failed++;
        progress.note(`hashsight: ${reason.message}`);
        await output.write({ image, ...{ error: reason.message } });
      }
      if (images >= FEW) progress.onProgress({ step, done: images, ...(total && { total }), unit: 'images' });
    }
    await output.close();
  } finally {
    progress.end();
  }
  if (skipped > 0) progress.note(`hashsight: ${skipped} images were done before`);
  const problem = problemOf(answered({ images, failed, unusableFolders }, skipped));
  if (problem !== undefined) throw new HashsightError(`${verb}: ${problem}`);
}

/** If all were done before, there are images. */
function answered(counts: Answered, skipped: number): Answered {
  return { ...counts, images: counts.images === 0 ? skipped : counts.images };
}
