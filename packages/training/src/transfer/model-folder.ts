import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeBeside } from '@hashsight/formats/node';
import { amp } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import { START } from '../runs/position.js';
import {
  CONFIG_VERSION,
  checkpointsOf,
  createRunFolder,
  openRunFolder,
  type RunConfig,
} from '../runs/run-folder.js';
import { saveCheckpoint } from '../runs/save-checkpoint.js';
import { resolveTrainingConfig, type TrainingConfig } from '../settings/config.js';
import { planOf } from '../settings/plan.js';
import { createOptimizer } from '../step/optimizer.js';
import { distinctLicenses, licensesOfData } from '../training-data/data-licenses.js';
import { licensesOfSource } from '../weights/source-licenses.js';
import type { Cell } from './cell.js';
import type { Classifier, Method } from './methods/method.js';
import type { Network } from './networks.js';
import type { PlannedCell } from './plan.js';
import type { Task } from './task.js';

/** A classifier to write, and where it comes from. */
export interface ModelFolderContents {
  readonly task: Task;
  readonly network: Network;
  readonly method: Method;
  readonly cell: Cell;
  readonly planned: PlannedCell;
  /** Labelled images that it learned from. */
  readonly images: number;
  readonly classifier: Classifier;
}

/** Whether a folder holds the classifier of a planned result. */
export async function isFolderOf(folder: string, { file }: PlannedCell): Promise<boolean> {
  return openRunFolder(folder).then(
    ({ config }) => config.transfer?.result === path.basename(file),
    () => false,
  );
}

/**
 * Writes a classifier as a run folder, which predicts, evaluates, and reports. An earlier one is replaced.
 *
 * @throws InputError if the folder cannot be written
 */
export async function writeModelFolder(folder: string, contents: ModelFolderContents): Promise<void> {
  const { task, network, method, cell, planned, images, classifier } = contents;
  const training = classifier.config ?? probeConfig(task, network, images);
  const config: RunConfig = {
    version: CONFIG_VERSION,
    data: { path: path.resolve(task.path), digests: task.digests, epochSize: images },
    training,
    transfer: {
      method: method.name,
      model: method.isPretrained ? network.description : null,
      weights: method.isPretrained ? network.key : null,
      ...{ labelled: images, chosen: cell.chosen, temperature: cell.temperature },
      result: path.basename(planned.file),
    },
    licenses: distinctLicenses(
      await licensesOfData(task.path),
      method.isPretrained ? await licensesOfSource(network.source) : [],
    ),
  };
  await writeBeside(folder, async (temporary) => {
    await createRunFolder(temporary, config, task.vocabulary);
    await saveClassifier(temporary, classifier.model, training, images);
    await rm(folder, { recursive: true, force: true });
  });
}

/** A probe is no training; its config says what prediction and evaluation need. */
function probeConfig(
  { kind }: Task,
  { architecture, preprocessing }: Network,
  images: number,
): TrainingConfig {
  const loss = kind === 'single' ? 'softmax' : 'sigmoid';
  return resolveTrainingConfig(
    { model: architecture, preprocessing, loss, epochs: 1 },
    { worldSize: 1, epochSize: images, images, cacheBytes: 0 },
  );
}

async function saveClassifier(
  folder: string,
  model: ImageModel,
  config: TrainingConfig,
  images: number,
): Promise<void> {
  using optimizer = createOptimizer(model, config);
  using scaler = new amp.GradScaler({ enabled: false });
  const step = planOf(config, images).totalSteps;
  const position = { ...START, epoch: Math.ceil(config.epochs), step };
  await saveCheckpoint(checkpointsOf(folder), { model, optimizer, ema: null, scaler }, position);
}
