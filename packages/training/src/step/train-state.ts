import type { amp, optim } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { ModelEma } from './model-ema.js';

/** Everything that a step of training changes, and a checkpoint saves. */
export interface TrainState {
  readonly model: ImageModel;
  readonly optimizer: optim.SGD;
  /** The averaged weights, where they are kept. */
  readonly ema: ModelEma<ImageModel> | null;
  /** Loss scaling; not enabled but in float16. */
  readonly scaler: amp.GradScaler;
}
