import { createHash } from 'node:crypto';
import { fileDigest } from '@hashsight/formats/node';
import { type Device, getRngState, type MemoryFormat, manualSeed, setRngState } from '@hashsight/torch';
import { loadModel } from '../evaluation/trained-model.js';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import { weightsFileOf } from '../runs/checkpoint.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';

/** A network whose weights stay as they are, and what identifies them. */
export interface FrozenModel extends Disposable {
  readonly model: ImageModel;
  /** Architecture, by its name in torchvision and timm. */
  readonly architecture: ModelName;
  /** SHA-256 of the weights file; of architecture and seed for random weights. */
  readonly weightsDigest: string;
  readonly device: Device;
  readonly memoryFormat: MemoryFormat;
}

/** A run as the source of a network. */
export interface RunModelSource {
  readonly run: string;
  /** `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation. */
  readonly checkpoint?: string | undefined;
}

/** A network with random weights: what an architecture sees before it has learned anything. */
export interface RandomModelSource {
  readonly architecture: ModelName;
  readonly preprocessing: Preprocessing;
  readonly seed: number;
}

/** Options of {@link openRunModel} and {@link openRandomModel}. */
export interface FrozenModelOptions {
  /** `auto`, `cpu`, `cuda`, or `cuda:N`; default `auto`. */
  readonly device?: string | undefined;
  /** Called with messages for the user. */
  readonly onNote?: ((text: string) => void) | undefined;
}

/**
 * Opens the network of a run's checkpoint, in evaluation mode. The caller disposes of it.
 *
 * @throws InputError if the folder is not a run or has no such checkpoint
 * @throws UsageError if the device does not exist
 */
export async function openRunModel(
  { run, checkpoint: which }: RunModelSource,
  { device, onNote }: FrozenModelOptions = {},
): Promise<FrozenModel> {
  const folder = await openRunFolder(run);
  const chosen = chooseDevice(device);
  const checkpoint = await chooseCheckpoint(folder, which, onNote);
  const { model: architecture, preprocessing, memoryFormat } = folder.config.training;
  const weightsDigest = await fileDigest(weightsFileOf(checkpoint));
  const numClasses = folder.vocabulary.classes.length;
  const model = loadModel({
    ...{ model: architecture, preprocessing, memoryFormat, numClasses, checkpoint, device: chosen },
  });
  return frozen({ model, architecture, weightsDigest, device: chosen, memoryFormat });
}

/**
 * Creates a network with the random weights of a seed, in evaluation mode. The default generator's state is restored.
 * The caller disposes of it.
 *
 * @throws UsageError if the device does not exist
 */
export function openRandomModel(
  { architecture, preprocessing, seed }: RandomModelSource,
  { device }: FrozenModelOptions = {},
): FrozenModel {
  const chosen = chooseDevice(device);
  const memoryFormat = 'channels_last';
  using state = getRngState();
  manualSeed(seed);
  const made = createModel(architecture, { numClasses: 1, preprocessing });
  setRngState(state);
  const model = made.to({ device: chosen, memoryFormat }).eval();
  const weightsDigest = createHash('sha256').update(`random ${architecture} ${seed}`).digest('hex');
  return frozen({ model, architecture, weightsDigest, device: chosen, memoryFormat });
}

function frozen(parts: Omit<FrozenModel, typeof Symbol.dispose>): FrozenModel {
  return { ...parts, [Symbol.dispose]: () => parts.model.dispose() };
}
