import { access, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { InputError, METRICS_FILE, type Vocabulary } from '@hashsight/formats';
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

/** What a run was made with; the last file that is written of a new run. */
export const CONFIG_FILE = 'config.json';
/** Of the form of that file, and with it of the run's other files. */
export const CONFIG_VERSION = 3;
/** An earlier form that is still read: its training has `input` in place of `preprocessing` and `augmentation`. */
const READ_VERSION = 2;
const VOCABULARY_FILE = 'vocabulary.json';
const CHECKPOINTS_FOLDER = 'checkpoints';

/** What `config.json` holds. */
const runConfigSchema = z.object({
  version: z.union([z.literal(CONFIG_VERSION), z.literal(READ_VERSION)]).transform(() => CONFIG_VERSION),
  data: z.object({
    /** Absolute path of the training set. */
    path: z.string(),
    /** Of its `prepare.json`: what was trained on, and what the class indices stand for. */
    digests: z.object({ manifest: z.string(), classes: z.string() }),
    /** Images that one epoch shows. */
    epochSize: z.int(),
  }),
  training: storedTrainingConfigSchema,
  /** The weights that it began with, of another run; absent where they were drawn. */
  initFrom: z
    .object({ run: z.string(), checkpoint: z.string(), file: z.string(), sha256: z.string() })
    .optional(),
});

/** What a run was made with. */
export type RunConfig = z.infer<typeof runConfigSchema>;

/** A run's folder: everything that is needed to go on, to evaluate and to predict. */
export interface RunFolder {
  readonly path: string;
  readonly config: RunConfig;
  readonly vocabulary: Vocabulary;
}

/** Folder of a run's checkpoints. */
export function checkpointsOf(run: string): string {
  return path.join(run, CHECKPOINTS_FOLDER);
}

/**
 * Makes sure that a new run could be made in a folder, which need not be there.
 *
 * @throws InputError when there is something in it
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
      `${folder}: expected a new folder, got one with a run in it; go on with it by \`resume: true\`, or choose another \`out\``,
    );
  }
  const other = there.find((name) => !isBegun(name));
  if (other !== undefined) {
    throw new InputError(
      `${folder}: expected a new or empty folder, got one with ${other} in it; choose another \`out\``,
    );
  }
}

/** Whether a file is one that a process left which was killed before it had made a run's folder. */
function isBegun(name: string): boolean {
  return (
    [VOCABULARY_FILE, METRICS_FILE, CHECKPOINTS_FOLDER].includes(name) ||
    isEventFile(name) ||
    isLeftOver(name)
  );
}

/** Whether a file is one of those that TensorBoard reads. */
function isEventFile(name: string): boolean {
  return name.startsWith('events.out.tfevents.');
}

/**
 * Takes away what makes a folder a run's: for one that failed before its first checkpoint, so that nothing can go on from it
 * and another can begin in its place. Its metrics stay until then.
 */
export async function abandonRun(folder: string): Promise<void> {
  await rm(path.join(folder, CONFIG_FILE), { force: true });
}

/** Writes what a run is made with, whole or not at all. */
export async function writeRunConfig(folder: string, config: RunConfig): Promise<void> {
  await writeFileAtomic(path.join(folder, CONFIG_FILE), `${JSON.stringify(config, null, 2)}\n`);
}

/**
 * Makes the folder of a new run.
 *
 * @throws InputError when there is something in it already, or it cannot be written to
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
  // The last file: a folder that has it is a run.
  await writeRunConfig(folder, config);
}

/** Whether a folder is a run's. */
export async function isRunFolder(folder: string): Promise<boolean> {
  return access(path.join(folder, CONFIG_FILE)).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the folder of a run.
 *
 * @throws InputError when it is not one
 */
export async function openRunFolder(folder: string): Promise<RunFolder> {
  const config = await readRunConfig(folder, runConfigSchema);
  return { path: folder, config, vocabulary: await readVocabulary(path.join(folder, VOCABULARY_FILE)) };
}

/**
 * What a run was made with, as far as somebody wants to know it.
 *
 * @throws InputError when the folder is not a run, or one of another version
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
    const got = isMissing ? `no ${CONFIG_FILE}` : `a broken ${CONFIG_FILE}`;
    throw new InputError(`${folder}: expected a folder that hashsight train wrote, got one with ${got}`, {
      cause: error,
    });
  }
}

function checkVersion(folder: string, config: unknown): void {
  const { success, data } = z.object({ version: z.number() }).safeParse(config);
  if (!success || data.version === CONFIG_VERSION || data.version === READ_VERSION) return;
  throw new InputError(
    `${folder}: expected a run of version ${CONFIG_VERSION} (in its ${CONFIG_FILE}), got one of version ${data.version}; use the Hashsight that made it, or train anew`,
  );
}

/**
 * Makes sure that a training set is the one a run was trained on.
 *
 * @param data - the training set, as the user calls it
 * @param digests - of it
 * @param parts - what has to be the same
 * @param cure - what to do besides naming the run's own training set
 * @throws InputError when it is not
 */
export function checkSameData(
  run: RunFolder,
  data: string,
  digests: RunConfig['data']['digests'],
  parts: readonly ('manifest' | 'classes')[],
  cure = 'train anew',
): void {
  for (const part of parts) {
    if (digests[part] === run.config.data.digests[part]) continue;
    const what = part === 'classes' ? 'vocabulary' : 'samples';
    throw new InputError(
      `${data}: expected the ${what} that the run ${run.path} was trained with, got others; name the \`data\` of that run, or ${cure}`,
    );
  }
}
