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
  joinedAnswers,
  largestDifferences,
  OUTPUTS,
} from './answers.js';
import type { CheckImages } from './check-images.js';
import { pythonAnswers } from './python.js';
import type { LoadedModel, Runtime } from './runtimes.js';

/** WebAssembly on one thread computes some billion multiply-adds in a second; large models are compared on fewer images. */
const WASM_MULTIPLY_ADDS = 3e10;
/** Images whose preprocessing is compared. */
const PREPROCESSED = 8;

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

/** A check in progress. */
export interface ParityJob extends CheckedModel {
  readonly images: CheckImages;
  readonly batches: readonly Batch[];
  /** The engine's answers to the batches. */
  readonly expected: readonly Answers[];
}

/** @throws HashsightError if the runtime cannot load the model */
export async function runtimeParity(job: ParityJob, runtime: Runtime): Promise<RuntimeParity> {
  const { model, architecture, expected } = job;
  const { imageSize } = model.preprocessing;
  const batches = runtime.isWasm
    ? job.batches.slice(0, wasmBatches(architecture, imageSize, job.batches))
    : job.batches;
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

function wasmBatches(architecture: ModelName, imageSize: number, batches: readonly Batch[]): number {
  const { multiplyAdds } = modelSummary(architecture, { imageSize });
  return Math.max(1, Math.floor(WASM_MULTIPLY_ADDS / (multiplyAdds * (batches[0]?.images ?? 1))));
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

/** @returns undefined if no Python has onnxruntime */
export async function pythonParity(job: ParityJob): Promise<RuntimeParity | undefined> {
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
