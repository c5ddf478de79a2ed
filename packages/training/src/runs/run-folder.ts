import { access, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { InputError, licenseSchema, METRICS_FILE, type Vocabulary } from '@hashsight/formats';
import {
  isFolder,
  isLeftOver,
  makeFolder,
  readVocabulary,
  unusablePath,
  writeFileAtomic,
  writeVocabulary,
} from '@hashsight/formats/node';
import { z } from 'zod';
import { storedTrainingConfigSchema } from '../settings/config.js';

/** Settings of a run; the last file written when a run is created. */
export const CONFIG_FILE = 'config.json';
/** Format version of that file and of the run's other files. */
export const CONFIG_VERSION = 3;
/** An older version that can still be read: its training has `input` instead of `preprocessing` and `augmentation`. */
const READ_VERSION = 2;
const VOCABULARY_FILE = 'vocabulary.json';
const CHECKPOINTS_FOLDER = 'checkpoints';

/** Contents of `config.json`. */
const runConfigSchema = z.object({
  version: z.union([z.literal(CONFIG_VERSION), z.literal(READ_VERSION)]).transform(() => CONFIG_VERSION),
  data: z.object({
    /** Absolute path of the training set. */
    path: z.string(),
    /** Digests from its `prepare.json`: the samples and the meaning of the class indices. */
    digests: z.object({ manifest: z.string(), classes: z.string() }),
    /** Images per epoch. */
    epochSize: z.int(),
  }),
  training: storedTrainingConfigSchema,
  /** Origins and licenses of the training data and the initial weights, as far as they are known. */
  licenses: z.array(licenseSchema).readonly().optional(),
  /** Source of the initial weights; absent if they were random. */
  initFrom: z
    .object({ run: z.string(), checkpoint: z.string(), file: z.string(), sha256: z.string() })
    .optional(),
  /** The file of the initial weights; absent if they were random or a run's. */
  weights: z
    .object({
      /** Absolute path. */
      file: z.string(),
      sha256: z.string(),
      /** Undefined if unknown. */
      license: z.string().optional(),
    })
    .optional(),
  /** How `hashsight transfer` made the classifier; absent in runs of `hashsight train`. */
  transfer: z
    .object({
      method: z.string(),
      /** Source of the pretrained weights; null without pretraining. */
      model: z.string().nullable(),
      weights: z.string().nullable(),
      /** Labelled images that it learned from: the training and validation splits. */
      labelled: z.int(),
      chosen: z.record(z.string(), z.union([z.string(), z.number()])),
      /** Divides the logits for calibrated probabilities; null if it was not fitted. It is not part of the weights. */
      temperature: z.number().nullable(),
      /** Name of the result in the folder of `hashsight transfer`. */
      result: z.string(),
    })
    .optional(),
});

/** Settings of a run. */
export type RunConfig = z.infer<typeof runConfigSchema>;

/** A run folder: everything needed to resume, evaluate, and predict. */
export interface RunFolder {
  readonly path: string;
  readonly config: RunConfig;
  readonly vocabulary: Vocabulary;
}

/** The checkpoint folder of a run. */
export function checkpointsOf(run: string): string {
  return path.join(run, CHECKPOINTS_FOLDER);
}

/**
 * Checks that a new run can be created in a folder, which may not exist yet.
 *
 * @throws InputError if the folder is not empty
 */
export async function checkNewFolder(folder: string): Promise<void> {
  let there: string[];
  try {
    there = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw unusablePath(folder, error);
  }
  if (there.includes(CONFIG_FILE)) {
    throw new InputError(
      `${folder}: the folder already contains a run; resume it with \`resume: true\`, or choose another \`out\``,
    );
  }
  const other = there.find((name) => !isBegun(name));
  if (other !== undefined) {
    throw new InputError(
      `${folder}: expected a new or empty folder, got one that contains ${other}; choose another \`out\``,
    );
  }
}

/** Whether a file is a leftover of a process that was killed while creating a run. */
function isBegun(name: string): boolean {
  return (
    [VOCABULARY_FILE, METRICS_FILE, CHECKPOINTS_FOLDER].includes(name) ||
    isEventFile(name) ||
    isLeftOver(name)
  );
}

/** Whether a file is a TensorBoard event file. */
function isEventFile(name: string): boolean {
  return name.startsWith('events.out.tfevents.');
}

/**
 * Removes the config of a run that failed before its first checkpoint, so that it cannot be resumed and a new run can
 * start in the folder. The metrics stay until then.
 */
export async function abandonRun(folder: string): Promise<void> {
  await rm(path.join(folder, CONFIG_FILE), { force: true });
}

/** Writes the config atomically. */
export async function writeRunConfig(folder: string, config: RunConfig): Promise<void> {
  await writeFileAtomic(path.join(folder, CONFIG_FILE), `${JSON.stringify(config, null, 2)}\n`);
}

/**
 * Creates the folder of a new run.
 *
 * @throws InputError if the folder is not empty or not writable
 */
export async function createRunFolder(
  folder: string,
  config: RunConfig,
  vocabulary: Vocabulary,
): Promise<void> {
  await checkNewFolder(folder);
  try {
    await makeFolder(checkpointsOf(path.resolve(folder)));
  } catch (error) {
    throw unusablePath(folder, error);
  }
  for (const name of await readdir(folder)) if (isEventFile(name)) await rm(path.join(folder, name));
  await writeVocabulary(path.join(folder, VOCABULARY_FILE), vocabulary);
  await writeFileAtomic(path.join(folder, METRICS_FILE), '');
  // Written last: a folder that contains it is a run.
  await writeRunConfig(folder, config);
}

/** Whether a folder is a run folder. */
export async function isRunFolder(folder: string): Promise<boolean> {
  return access(path.join(folder, CONFIG_FILE)).then(
    () => true,
    () => false,
  );
}

/**
 * Opens a run folder.
 *
 * @throws InputError if it is not a run folder
 */
export async function openRunFolder(folder: string): Promise<RunFolder> {
  const config = await readRunConfig(folder, runConfigSchema);
  return { path: folder, config, vocabulary: await readVocabulary(path.join(folder, VOCABULARY_FILE)) };
}

/**
 * Reads the parts of a run's config that a schema asks for.
 *
 * @throws InputError if the folder is not a run or has another format version
 */
export async function readRunConfig<T>(folder: string, schema: z.ZodType<T>): Promise<T> {
  try {
    const value: unknown = JSON.parse(await readFile(path.join(folder, CONFIG_FILE), 'utf8'));
    checkVersion(folder, value);
    return schema.parse(value);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const isMissing = error instanceof Error && 'code' in error;
    if (isMissing && !(await isFolder(folder))) throw unusablePath(folder, error);
    const problem = isMissing ? `it has no ${CONFIG_FILE}` : `its ${CONFIG_FILE} is corrupt`;
    throw new InputError(`${folder}: not a run folder of hashsight train, ${problem}`, {
      cause: error,
    });
  }
}

function checkVersion(folder: string, config: unknown): void {
  const { success, data } = z.object({ version: z.number() }).safeParse(config);
  if (!success || data.version === CONFIG_VERSION || data.version === READ_VERSION) return;
  throw new InputError(
    `${folder}: expected a run of version ${CONFIG_VERSION} (in its ${CONFIG_FILE}), got one of version ${data.version}; use the Hashsight version that wrote it, or start a new run`,
  );
}

/**
 * Checks that a training set is the one that a run was trained on.
 *
 * @param data - the training set, as the user names it
 * @param digests - digests of the training set
 * @param parts - the parts that must match
 * @param cure - advice in addition to giving the run's own training set
 * @throws InputError if they differ
 */
export function checkSameData(
  run: RunFolder,
  data: string,
  digests: RunConfig['data']['digests'],
  parts: readonly ('manifest' | 'classes')[],
  cure = 'start a new run',
): void {
  for (const part of parts) {
    if (digests[part] === run.config.data.digests[part]) continue;
    const what = part === 'classes' ? 'vocabulary' : 'list of samples';
    throw new InputError(
      `${data}: the ${what} differs from that of the run ${run.path}; give the \`data\` of that run, or ${cure}`,
    );
  }
}
