import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, parseOptions } from '@hashsight/formats';
import { syncFile, unusablePath, writeBeside } from '@hashsight/formats/node';
import { safetensors, type Tensor } from '@hashsight/torch';
import type { z } from 'zod';
import type { ModelName } from '../models/architectures.js';
import { weightsFileOf } from '../runs/checkpoint.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { type ExportedLayout, exportOptionsSchema } from './export-options.js';
import { LAYOUTS } from './layouts.js';
import { modelNameFor } from './match-weights.js';
import { modelFromWeights } from './model-from-weights.js';
import { type OpenedWeights, openWeights } from './open-weights.js';
import { timmConfigOf } from './timm-models.js';

/** Options of {@link exportWeights}. */
export interface ExportOptions extends z.input<typeof exportOptionsSchema> {
  /** New or empty folder to write. */
  readonly out: string;
}

/** An exported model. */
export interface ExportedWeights {
  readonly folder: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  readonly model: ModelName;
  readonly layout: ExportedLayout;
  /** Number of classes of the last layer; 0 for weights without one. */
  readonly numClasses: number;
}

/** The weights in an exported folder, by the name that timm looks for. */
const WEIGHTS_FILE = 'model.safetensors';
/** timm's config beside them. */
const CONFIG_FILE = 'config.json';

/**
 * Writes weights to a folder that timm loads: `timm.create_model('local-dir:FOLDER', pretrained=True)`. With
 * `layout: 'torchvision'`, torchvision's model of the same name loads `model.safetensors`. The folder appears when it is
 * complete.
 *
 * @param file - a file of weights in any layout that {@link openWeights} knows
 * @throws InputError if the weights are those of none of our models, or the folder is not empty or not writable
 */
export async function exportWeights(
  file: string,
  { out, ...options }: ExportOptions,
): Promise<ExportedWeights> {
  const { layout } = parseOptions(exportOptionsSchema, options);
  using weights = await openWeights(file);
  const model = modelNameFor(weights);
  await checkEmpty(out);
  await writeBeside(path.resolve(out), async (beside) => {
    await mkdir(beside);
    saveAs(weights, model, layout, path.join(beside, WEIGHTS_FILE));
    const config = path.join(beside, CONFIG_FILE);
    await writeFile(config, `${JSON.stringify(timmConfigOf(weights, model), null, 2)}\n`);
    await syncFile(config);
  });
  const numClasses = weights.head?.numClasses ?? 0;
  return { folder: out, files: [WEIGHTS_FILE, CONFIG_FILE], model, layout, numClasses };
}

/**
 * The file with the weights of a run: the moving average if the run keeps one.
 *
 * @param which - `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation
 * @throws InputError if the folder is no run or has no such checkpoint
 */
export async function weightsOfRun(
  folder: string,
  which?: string,
  onNote?: (text: string) => void,
): Promise<string> {
  return weightsFileOf(await chooseCheckpoint(await openRunFolder(folder), which, onNote));
}

async function checkEmpty(folder: string): Promise<void> {
  let there: readonly string[];
  try {
    there = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw unusablePath(folder, error);
  }
  if (there.length > 0) {
    throw new InputError(
      `${folder}: expected a new or empty folder, got one that contains ${there[0]}; choose another \`out\``,
    );
  }
}

/** Reads and checks all tensors, and saves them under the names of a layout. */
function saveAs(weights: OpenedWeights, name: ModelName, layout: ExportedLayout, file: string): void {
  const isRegNet = name.startsWith('regnet');
  const ours = isRegNet ? LAYOUTS.regnet : LAYOUTS.resnet;
  const { renaming } = isRegNet && layout === 'timm' ? LAYOUTS.regnetTimm : ours;
  const { model } = modelFromWeights(weights);
  using _ = model;
  const tensors = new Map<string, Tensor>();
  for (const [tensor, value] of model.stateDict()) {
    const isHead = tensor.startsWith(`${model.headName}.`);
    if (isHead && weights.head === undefined) continue;
    tensors.set(renaming.toTheirs(tensor) ?? tensor, value);
  }
  // Python's libraries expect to be told which framework wrote a file.
  safetensors.saveFile(tensors, file, { metadata: { format: 'pt' } });
}
