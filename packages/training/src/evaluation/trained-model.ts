import { withDevice } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import { type Checkpoint, loadWeights } from '../runs/checkpoint.js';
import type { TrainingConfig } from '../settings/config.js';

/** What a trained model is built from; plain data, so that a worker thread can be told. */
export interface ModelPlan {
  readonly model: TrainingConfig['model'];
  readonly preprocessing: Preprocessing;
  readonly memoryFormat: TrainingConfig['memoryFormat'];
  readonly numClasses: number;
  readonly checkpoint: Checkpoint;
  /** The device that it answers on. */
  readonly device: string;
}

/**
 * A model with the weights of a checkpoint, ready to answer. The caller disposes of it.
 *
 * @throws WeightsError when they are those of another model
 */
export function loadModel(plan: ModelPlan): ImageModel {
  const { model: name, preprocessing, memoryFormat, numClasses, checkpoint, device } = plan;
  const model = withDevice(device, () => createModel(name, { numClasses, preprocessing }));
  try {
    loadWeights(checkpoint, model);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return model.to({ memoryFormat }).eval();
}
