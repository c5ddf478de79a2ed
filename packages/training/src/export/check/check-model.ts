import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { HashsightError, MODEL_FILES } from '@hashsight/formats';
import { batchOf, engineAnswers, largestValues, OUTPUTS } from './answers.js';
import { type CheckImage, type CheckImages, checkImages } from './check-images.js';
import {
  type CheckedModel,
  type ParityJob,
  pythonParity,
  type RuntimeParity,
  runtimeParity,
} from './parity.js';
import { installedRuntimes } from './runtimes.js';

/** Images that the answers are compared on. */
const IMAGES = 32;
/** Images in a batch. */
const BATCH_SIZE = 8;
/** WebAssembly addresses 4 GiB, and holds a model several times while it is loaded. */
const WASM_BYTES = 2 ** 29;
/** Allowed difference of outputs, as a share of the largest value of that output, or of 1 if that is larger. */
const TOLERANCE = 1e-4;
/** Allowed difference of pixels in levels of 255: rounding, and the arithmetic of float32. */
const PIXEL_TOLERANCE = 1.01;

/** Result of a check. */
export interface ModelCheck {
  /** Where the images come from. */
  readonly source: CheckImages['source'];
  readonly runtimes: readonly RuntimeParity[];
}

/**
 * Compares the answers of each installed onnxruntime with the engine's, a batch with single images, and the pixels of
 * `preprocess.onnx` with those of evaluation.
 *
 * @returns undefined if no onnxruntime is installed, or none that can hold the model
 * @throws HashsightError with the differences if they are too large
 */
export async function checkModel(checked: CheckedModel): Promise<ModelCheck | undefined> {
  const runtimes = await installedRuntimes();
  const { model, set, loss } = checked;
  const images = await checkImages(set, model.preprocessing, IMAGES);
  // At least one whole batch, if need be with images repeated.
  const { length } = images.images;
  const pixels = Array.from(
    { length: Math.max(BATCH_SIZE, length) },
    (_, i) => (images.images[i % length] as CheckImage).pixels,
  );
  const groups = Array.from({ length: Math.ceil(pixels.length / BATCH_SIZE) }, (_, i) =>
    pixels.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
  );
  const expected = groups.map((group) => engineAnswers(model, group, loss));
  const job: ParityJob = {
    ...checked,
    images,
    expected,
    batches: groups.map((group) => batchOf(model, group)),
  };
  const { size } = await stat(path.join(checked.folder, MODEL_FILES.model));
  const isLarge = size > WASM_BYTES || existsSync(path.join(checked.folder, `${MODEL_FILES.model}.data`));
  const found: RuntimeParity[] = [];
  for (const runtime of runtimes) {
    if (!(runtime.isWasm && isLarge)) found.push(await runtimeParity(job, runtime));
  }
  const python = await pythonParity(job);
  if (python !== undefined) found.push(python);
  if (found.length === 0) return undefined;
  for (const parity of found) assertAgrees(job, parity);
  return { source: images.source, runtimes: found };
}

/** @throws HashsightError if a difference is too large */
function assertAgrees({ out, expected, images }: ParityJob, parity: RuntimeParity): void {
  const { title, differences, batchDifference, pixelLevels } = parity;
  const largest = largestValues(expected);
  const where = `${parity.images} ${images.source} images`;
  const fail = (expectation: string, got: string): never => {
    throw new HashsightError(`${out}: ${title}: expected ${expectation}, got ${got}; nothing was written`);
  };
  for (const name of OUTPUTS) {
    const allowed = TOLERANCE * Math.max(1, largest[name]);
    if (differences[name] <= allowed) continue;
    fail(
      `${name} within ${allowed.toExponential(1)} of the engine's`,
      `a difference of ${differences[name].toPrecision(3)} on ${where}`,
    );
  }
  const allowed = TOLERANCE * Math.max(1, largest.logits);
  if (batchDifference !== null && !(batchDifference <= allowed)) {
    fail(
      `a batch of ${BATCH_SIZE} to answer as single images do, within ${allowed.toExponential(1)}`,
      `a difference of ${batchDifference.toPrecision(3)}`,
    );
  }
  if (pixelLevels !== null && !(pixelLevels <= PIXEL_TOLERANCE)) {
    fail(
      'the pixels of evaluation, up to one level of 255',
      `a difference of ${pixelLevels.toFixed(1)} levels`,
    );
  }
}
