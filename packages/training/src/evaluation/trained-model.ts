import { withDevice } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import { type Checkpoint, loadWeights } from '../runs/checkpoint.js';
import type { TrainingConfig } from '../settings/config.js';

/** Plain data to build a trained model from, so that it can be sent to a worker thread. */
export interface ModelPlan {
  readonly model: TrainingConfig['model'];
  readonly preprocessing: Preprocessing;
  readonly memoryFormat: TrainingConfig['memoryFormat'];
  readonly numClasses: number;
  readonly checkpoint: Checkpoint;
  /** Device to run on. */
  readonly device: string;
}

/**
 * Builds a model with the weights of a checkpoint, in evaluation mode. The caller disposes of it.
 *
 * @throws WeightsError if the weights belong to another model
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
