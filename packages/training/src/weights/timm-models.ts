import type { Vocabulary } from '@hashsight/formats';
import { withDevice } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import { createModel } from '../models/registry.js';
import type { OpenedWeights } from './open-weights.js';

/** How timm builds a model. */
export interface TimmModel {
  /** Name of timm's function. */
  readonly architecture: string;
  /** Arguments in which the model differs from what that function builds by itself. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Name of the first convolution and of the last layer, for timm's `pretrained_cfg`. */
  readonly firstConv: string;
  readonly classifier: string;
}

/** Models that timm has under another name, or as a variant of one that it has. */
const OTHERS: Readonly<
  Partial<Record<ModelName, readonly [architecture: string, args?: TimmModel['args']]>>
> = {
  resnext14_32x4d: ['resnext50_32x4d', { layers: [1, 1, 1, 1] }],
  resnext26_32x4d: ['resnext50_32x4d', { layers: [2, 2, 2, 2] }],
  resnext101_32x48d: ['resnext101_32x32d', { base_width: 48 }],
  regnet_y_400mf: ['regnety_004'],
  // The plain regnety_008 and regnety_080 of timm round the widths of groups otherwise than torchvision.
  regnet_y_800mf: ['regnety_008_tv'],
  regnet_y_1_6gf: ['regnety_016'],
  regnet_y_3_2gf: ['regnety_032'],
  regnet_y_8gf: ['regnety_080_tv'],
  regnet_y_16gf: ['regnety_160'],
  regnet_y_32gf: ['regnety_320'],
  regnet_y_128gf: ['regnety_1280'],
};

/** How timm builds a model of ours. */
export function timmModel(name: ModelName): TimmModel {
  const [architecture, args = {}] = OTHERS[name] ?? [name];
  const isRegNet = name.startsWith('regnet');
  return {
    architecture,
    args,
    firstConv: isRegNet ? 'stem.conv' : 'conv1',
    classifier: isRegNet ? 'head.fc' : 'fc',
  };
}

/** The `config.json` that timm's `save_config_for_hf` writes beside weights, for weights of ours. */
export function timmConfigOf(weights: OpenedWeights, name: ModelName): Readonly<Record<string, unknown>> {
  const { architecture, args, firstConv, classifier } = timmModel(name);
  const { preprocessing, license, classNames, vocabulary, head } = weights;
  const { imageSize, fit, cropPct, interpolation, mean, std } = preprocessing;
  const numClasses = head?.numClasses ?? 0;
  return {
    architecture,
    num_classes: numClasses,
    num_features: featuresOf(name),
    global_pool: 'avg',
    ...(classNames && { label_names: classNames }),
    ...(vocabulary && { label_descriptions: descriptionsOf(vocabulary) }),
    model_args: { num_classes: numClasses, in_chans: 3, global_pool: 'avg', ...args },
    pretrained_cfg: {
      tag: 'hashsight',
      custom_load: false,
      input_size: [3, imageSize, imageSize],
      fixed_input_size: false,
      interpolation,
      crop_pct: cropPct,
      // `border` shows the whole image, as `fit: pad` does, with borders of the mean color instead of white.
      crop_mode: fit === 'pad' ? 'border' : 'center',
      mean,
      std,
      num_classes: numClasses,
      pool_size: Array(2).fill(Math.ceil(imageSize / REDUCTION)),
      first_conv: firstConv,
      classifier,
      ...(license !== undefined && { license }),
    },
  };
}

/** Pixels of the input per position of the last stage. */
const REDUCTION = 32;

function featuresOf(name: ModelName): number {
  return withDevice('meta', () => {
    using model = createModel(name, { numClasses: 1 });
    return model.numFeatures;
  });
}

/** The hashtags of each class. */
function descriptionsOf({ classes }: Vocabulary): Readonly<Record<string, string>> {
  return Object.fromEntries(
    classes.map(({ name, hashtags }) => [name, hashtags.map((tag) => `#${tag}`).join(', ')]),
  );
}
