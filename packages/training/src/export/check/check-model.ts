import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { HashsightError, MODEL_FILES, type TrainingSet } from '@hashsight/formats';
import { decodePixels } from '@hashsight/images';
import { transformPixels } from '../../data/transform-image.js';
import type { ModelName } from '../../models/architectures.js';
import type { ImageModel } from '../../models/image-model.js';
import { modelSummary } from '../../models/summary.js';
import type { TrainingConfig } from '../../settings/config.js';
import {
  type Answers,
  type Batch,
  batchOf,
  type EachOutput,
  engineAnswers,
  joinedAnswers,
  largestDifferences,
  largestValues,
  OUTPUTS,
} from './answers.js';
import { type CheckImage, type CheckImages, checkImages } from './check-images.js';
import { pythonAnswers } from './python.js';
import { installedRuntimes, type LoadedModel, type Runtime } from './runtimes.js';

/** Images that the answers are compared on. */
const IMAGES = 32;
/** Images in a batch. */
const BATCH_SIZE = 8;
/** WebAssembly on one thread computes some billion multiply-adds in a second; large models are compared on fewer images. */
const WASM_MULTIPLY_ADDS = 3e10;
/** WebAssembly addresses 4 GiB, and holds a model several times while it is loaded. */
const WASM_BYTES = 2 ** 29;
/** Images whose preprocessing is compared. */
const PREPROCESSED = 8;
/** Allowed difference of outputs, as a share of the largest value of that output, or of 1 if that is larger. */
const TOLERANCE = 1e-4;
/** Allowed difference of pixels in levels of 255: rounding, and the arithmetic of float32. */
const PIXEL_TOLERANCE = 1.01;

/** How the answers of one onnxruntime differ from the engine's. */
export interface RuntimeParity {
  /** The onnxruntime: `onnxruntime-node 1.30.0`. */
  readonly title: string;
  readonly images: number;
  /** Largest absolute differences. */
  readonly differences: EachOutput;
  /** Largest absolute difference of the logits between a batch of 8 and 8 batches of one; null if not compared. */
  readonly batchDifference: number | null;
  /** Largest difference of a pixel between `preprocess.onnx` and the engine, in levels of 255; null if not compared. */
  readonly pixelLevels: number | null;
}

/** Result of a check. */
export interface ModelCheck {
  /** Where the images come from. */
  readonly source: CheckImages['source'];
  readonly runtimes: readonly RuntimeParity[];
}

/** The exported model and what it was made from. */
export interface CheckedModel {
  /** Folder that it was written to. */
  readonly folder: string;
  /** The folder's name for messages. */
  readonly out: string;
  readonly model: ImageModel;
  readonly architecture: ModelName;
  readonly loss: TrainingConfig['loss'];
  readonly set: TrainingSet | undefined;
}

/**
 * Compares the answers of each installed onnxruntime with the engine's, a batch with single images, and the pixels of
 * `preprocess.onnx` with those of evaluation.
 *
 * @returns undefined if no onnxruntime is installed
 * @throws HashsightError with the differences if they are too large
 */
export async function checkModel(checked: CheckedModel): Promise<ModelCheck | undefined> {
  const runtimes = await installedRuntimes();
  if (runtimes.length === 0) return undefined;
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
  for (const parity of found) assertAgrees(job, parity);
  return { source: images.source, runtimes: found };
}

interface ParityJob extends CheckedModel {
  readonly images: CheckImages;
  readonly batches: readonly Batch[];
  /** The engine's answers to the batches. */
  readonly expected: readonly Answers[];
}

async function runtimeParity(job: ParityJob, runtime: Runtime): Promise<RuntimeParity> {
  const { model, architecture, expected } = job;
  const { imageSize } = model.preprocessing;
  const batches = runtime.isWasm ? job.batches.slice(0, wasmBatches(architecture, imageSize)) : job.batches;
  await using loaded = await loadModel(job, runtime, MODEL_FILES.model);
  const answers: Answers[] = [];
  for (const batch of batches) answers.push(await answersOf(loaded, batch, imageSize));
  const [first] = batches as [Batch];
  return {
    title: runtime.title,
    images: imagesIn(batches, job),
    differences: largestDifferences(expected.slice(0, batches.length), answers),
    batchDifference: runtime.isWasm
      ? null
      : await batchDifference(loaded, first, answers[0] as Answers, imageSize),
    pixelLevels: await pixelLevels(job, runtime),
  };
}

/** @throws HashsightError if the runtime refuses the model */
async function loadModel({ folder, out }: ParityJob, runtime: Runtime, file: string): Promise<LoadedModel> {
  try {
    return await runtime.load(path.join(folder, file));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new HashsightError(
      `${out}: ${runtime.title} cannot load ${file}: ${reason?.replaceAll(`${folder}/`, '')}; nothing was written`,
      { cause: error },
    );
  }
}

function wasmBatches(architecture: ModelName, imageSize: number): number {
  const { multiplyAdds } = modelSummary(architecture, { imageSize });
  return Math.max(1, Math.floor(WASM_MULTIPLY_ADDS / (multiplyAdds * BATCH_SIZE)));
}

async function answersOf(
  loaded: LoadedModel,
  { values, images }: Batch,
  imageSize: number,
): Promise<Answers> {
  const shape = [images, 3, imageSize, imageSize];
  return (await loaded.run({ pixel_values: { data: values, shape } })) as Answers;
}

/** Compares the answers to a batch with those to its images one by one. */
async function batchDifference(
  loaded: LoadedModel,
  { values, images }: Batch,
  together: Answers,
  imageSize: number,
): Promise<number> {
  const alone: Answers[] = [];
  const size = values.length / images;
  for (let i = 0; i < images; i++) {
    const one = { images: 1, values: values.slice(i * size, (i + 1) * size) };
    alone.push(await answersOf(loaded, one, imageSize));
  }
  return largestDifferences([together], [joinedAnswers(alone)]).logits;
}

/** Compares `preprocess.onnx` with evaluation on decoded images; null without images. */
async function pixelLevels(job: ParityJob, runtime: Runtime): Promise<number | null> {
  const { images, model } = job;
  const { preprocessing } = model;
  const { imageSize, std } = preprocessing;
  await using loaded = await loadModel(job, runtime, MODEL_FILES.preprocess);
  let largest: number | null = null;
  for (const { bytes } of images.images.slice(0, PREPROCESSED)) {
    if (bytes === undefined) continue;
    const { width, height, data } = await decodePixels(bytes);
    const sample = await transformPixels({ width, height, pixels: data }, preprocessing);
    const { values } = batchOf(model, [sample]);
    const { pixel_values: got } = await loaded.run({ image: { data, shape: [height, width, 3] } });
    for (const [i, value] of values.entries()) {
      const channel = Math.floor(i / imageSize ** 2);
      const levels = Math.abs(value - (got?.[i] ?? Number.NaN)) * 255 * (std[channel] as number);
      largest = Math.max(largest ?? 0, levels);
    }
  }
  return largest;
}

/** Number of different images. */
function imagesIn(batches: readonly Batch[], { images }: ParityJob): number {
  return Math.min(
    images.images.length,
    batches.reduce((sum, batch) => sum + batch.images, 0),
  );
}

async function pythonParity(job: ParityJob): Promise<RuntimeParity | undefined> {
  const { folder, batches, expected, model } = job;
  const [first] = expected as [Answers];
  const lengths = Object.fromEntries(
    OUTPUTS.map((name) => [name, first[name].length / (batches[0]?.images ?? 1)]),
  );
  const { imageSize } = model.preprocessing;
  const python = await pythonAnswers(path.join(folder, MODEL_FILES.model), batches, { imageSize, lengths });
  if (python === undefined) return undefined;
  return {
    title: python.title,
    images: imagesIn(batches, job),
    differences: largestDifferences(expected, python.answers),
    batchDifference: null,
    pixelLevels: null,
  };
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
