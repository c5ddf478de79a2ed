import { ARCHITECTURES, type ModelName } from './architectures.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from './preprocessing.js';
import { ResNet } from './resnet.js';

/** Options of {@link createModel}. */
export interface ModelOptions {
  /** Number of classes K. */
  readonly numClasses: number;
  /** Default: {@link DEFAULT_PREPROCESSING}. */
  readonly preprocessing?: Preprocessing;
}

/** Creates a model with random weights from the default generator. */
export function createModel(name: ModelName, options: ModelOptions): ResNet {
  const { numClasses, preprocessing = DEFAULT_PREPROCESSING } = options;
  return new ResNet(ARCHITECTURES[name], { numClasses, preprocessing });
}
