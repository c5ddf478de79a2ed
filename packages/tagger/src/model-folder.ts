import {
  type LabelsFile,
  labelsFileSchema,
  MODEL_FILES,
  modelConfigSchema,
  preprocessorConfigSchema,
  shownPlace,
} from '@hashsight/formats';
import type { z } from 'zod';
import type { LoadProgress, ModelInfo, Precision } from './api.js';
import { ModelFolderError } from './errors.js';
import type { Geometry } from './geometry.js';
import type { ModelSource } from './runtime/session.js';

/** How the files of a model folder are read: from a disk or from a server. */
export interface FolderReader {
  /** Path or URL of the folder, for messages. */
  readonly place: string;
  /** The last part of it. */
  readonly name: string;
  /** Reads a file, given relative to the folder; undefined if it does not exist. */
  read(
    file: string,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Path of a file on this machine; undefined if it does not exist or the folder is elsewhere. */
  pathOf(file: string): Promise<string | undefined>;
}

/** The ONNX file of each precision. */
const MODELS: Readonly<Record<Precision, string>> = {
  fp32: MODEL_FILES.model,
  fp16: MODEL_FILES.modelFp16,
  int8: MODEL_FILES.modelInt8,
};

/** A model with weights in another file is small itself: only names and shapes. */
const SMALL_BYTES = 1 << 26;

/** Filters by Pillow's numbers. */
const FILTERS: ReadonlyMap<number | undefined, 'bilinear' | 'bicubic'> = new Map([
  [2, 'bilinear'],
  [3, 'bicubic'],
]);

/** An exported model, read as far as it is not ONNX. */
export interface ModelFolder {
  readonly reader: FolderReader;
  readonly labels: LabelsFile;
  readonly geometry: Geometry;
  readonly info: ModelInfo;
}

/**
 * Opens a folder that `hashsight export` wrote.
 *
 * @throws ModelFolderError if it is no such folder, or a file is damaged
 */
export async function openModelFolder(reader: FolderReader): Promise<ModelFolder> {
  const json = <T>(file: string, schema: z.ZodType<T>) => readJson(reader, file, schema);
  // The labels first: their absence says that it is no model at all.
  const labels = await json(MODEL_FILES.labels, labelsFileSchema);
  const [config, preprocessor] = await Promise.all([
    json(MODEL_FILES.config, modelConfigSchema),
    json(MODEL_FILES.preprocessor, preprocessorConfigSchema),
  ]);
  const { image_mean: mean, image_std: std } = preprocessor;
  const filter = FILTERS.get(preprocessor.resample);
  const isComplete = filter !== undefined && mean !== undefined && std !== undefined;
  const geometry: Geometry = {
    imageSize: preprocessor.size.shortest_edge,
    fit: preprocessor.do_pad ? 'pad' : 'crop',
    cropPct: preprocessor.crop_pct,
    resize: isComplete ? { filter, mean, std } : undefined,
  };
  const { activation } = labels;
  const architecture = config.hashsight?.architecture;
  return { reader, labels, geometry, info: { name: reader.name, architecture, activation } };
}

async function readJson<T>(reader: FolderReader, file: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await reader.read(file);
  const place = `${reader.place}: ${file}`;
  if (bytes === undefined) {
    throw new ModelFolderError(`${place}: missing; expected a folder that hashsight export wrote`);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ModelFolderError(`${place}: expected JSON, got ${shownPlace((cause as Error).message)}`, {
      cause,
    });
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const at = issue?.path.join('.') || 'its top';
  throw new ModelFolderError(
    `${place}: ${shownPlace(issue?.message ?? 'unexpected contents')} at ${shownPlace(at)}`,
  );
}

/**
 * The network in one of its precisions.
 *
 * @throws ModelFolderError if the folder does not have it
 */
export async function modelSource(
  { reader }: ModelFolder,
  precision: Precision,
  options: SourceOptions,
): Promise<ModelSource> {
  const missing = precision === 'fp32' ? '' : `; export the model with --${precision}`;
  return sourceOf(reader, MODELS[precision], missing, options);
}

/** @throws ModelFolderError if the folder does not have it */
export async function preprocessSource(
  { reader }: ModelFolder,
  options: SourceOptions,
): Promise<ModelSource> {
  return sourceOf(reader, MODEL_FILES.preprocess, '', options);
}

/** The bytes of the last layer; undefined if an older version exported the model. */
export function readHead({ reader }: ModelFolder): Promise<Uint8Array | undefined> {
  return reader.read(MODEL_FILES.head);
}

/** How a model is handed to its runtime. */
export interface SourceOptions {
  /** Whether the runtime reads files itself. */
  readonly byPath: boolean;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

async function sourceOf(
  reader: FolderReader,
  file: string,
  missing: string,
  { byPath, onProgress }: SourceOptions,
): Promise<ModelSource> {
  const path = byPath ? await reader.pathOf(file) : undefined;
  if (path !== undefined) return { path };
  const bytes = await reader.read(file, onProgress);
  if (bytes === undefined) throw new ModelFolderError(`${reader.place}: ${file}: missing${missing}`);
  const external = `${file}.data`;
  const location = external.slice(external.lastIndexOf('/') + 1);
  if (bytes.length > SMALL_BYTES || !includesText(bytes, location)) return { bytes, external: [] };
  const data = await reader.read(external, onProgress);
  if (data === undefined)
    throw new ModelFolderError(`${reader.place}: ${external}: missing; copy the whole folder`);
  return { bytes, external: [{ path: location, data }] };
}

function includesText(bytes: Uint8Array, text: string): boolean {
  const wanted = new TextEncoder().encode(text);
  for (
    let at = bytes.indexOf(wanted[0] as number);
    at !== -1;
    at = bytes.indexOf(wanted[0] as number, at + 1)
  ) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
