import { ARCHITECTURES, type ModelName } from './architectures.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from './preprocessing.js';
import { ResNet } from './resnet.js';

/** What {@link createModel} takes besides the name. */
export interface ModelOptions {
  /** K */
  readonly numClasses: number;
  /** Default: {@link DEFAULT_PREPROCESSING}. */
  readonly preprocessing?: Preprocessing;
}

/** A model with fresh weights, drawn from the default generator. */
export function createModel(name: ModelName, options: ModelOptions): ResNet {
  const { numClasses, preprocessing = DEFAULT_PREPROCESSING } = options;
  return new ResNet(ARCHITECTURES[name], { numClasses, preprocessing });
}
