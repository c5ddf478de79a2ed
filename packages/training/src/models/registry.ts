import { ARCHITECTURES, type ModelName } from './architectures.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from './preprocessing.js';
import { RegNet } from './regnet.js';
import { ResNet, type ResNetConfig } from './resnet.js';

/** Options of {@link createModel}. */
export interface ModelOptions {
  /** Number of classes K. */
  readonly numClasses: number;
  /** Default: {@link DEFAULT_PREPROCESSING}. */
  readonly preprocessing?: Preprocessing;
}

/** The class of a model with a configuration. */
type ClassOf<Config> = Config extends ResNetConfig ? ResNet : RegNet;

/** Creates a model with random weights from the default generator. */
export function createModel<Name extends ModelName>(
  name: Name,
  options: ModelOptions,
): ClassOf<(typeof ARCHITECTURES)[Name]>;
export function createModel(name: ModelName, options: ModelOptions): ResNet | RegNet {
  const { numClasses, preprocessing = DEFAULT_PREPROCESSING } = options;
  const config = ARCHITECTURES[name];
  const settings = { numClasses, preprocessing };
  return 'block' in config ? new ResNet(config, settings) : new RegNet(config, settings);
}
