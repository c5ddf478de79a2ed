import type { amp, optim } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';
import type { ModelEma } from './model-ema.js';

/** Everything that a training step changes and a checkpoint saves. */
export interface TrainState {
  readonly model: ImageModel;
  readonly optimizer: optim.SGD;
  /** Factor of the learning rate of each of the optimizer's groups; default: 1 for all. */
  readonly lrScales?: readonly number[];
  /** EMA weights; null if not used. */
  readonly ema: ModelEma<ImageModel> | null;
  /** Loss scaling; enabled only for float16. */
  readonly scaler: amp.GradScaler;
}
