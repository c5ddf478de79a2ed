import { UsageError } from '@hashsight/formats';
import type { RegNetConfig } from './regnet.js';
import type { ResNetConfig } from './resnet.js';

type Layers = ResNetConfig['layers'];

const resnet = (block: ResNetConfig['block'], layers: Layers): ResNetConfig => ({
  block,
  layers,
  cardinality: 1,
  baseWidth: 64,
});

const resnext = (layers: Layers, baseWidth: number): ResNetConfig => ({
  block: 'bottleneck',
  layers,
  cardinality: 32,
  baseWidth,
});

const regnetY = (depth: number, w0: number, wa: number, wm: number, groupWidth: number): RegNetConfig => ({
  depth,
  w0,
  wa,
  wm,
  groupWidth,
});

/** All models by their names in torchvision and timm. Those with 14 and 26 layers are for small machines; RegNetY's are as in torchvision. */
export const ARCHITECTURES = {
  resnet18: resnet('basic', [2, 2, 2, 2]),
  resnet34: resnet('basic', [3, 4, 6, 3]),
  resnet50: resnet('bottleneck', [3, 4, 6, 3]),
  resnet101: resnet('bottleneck', [3, 4, 23, 3]),
  resnet152: resnet('bottleneck', [3, 8, 36, 3]),
  resnext14_32x4d: resnext([1, 1, 1, 1], 4),
  resnext26_32x4d: resnext([2, 2, 2, 2], 4),
  resnext50_32x4d: resnext([3, 4, 6, 3], 4),
  resnext101_32x4d: resnext([3, 4, 23, 3], 4),
  resnext101_32x8d: resnext([3, 4, 23, 3], 8),
  resnext101_32x16d: resnext([3, 4, 23, 3], 16),
  resnext101_32x32d: resnext([3, 4, 23, 3], 32),
  resnext101_32x48d: resnext([3, 4, 23, 3], 48),
  regnet_y_400mf: regnetY(16, 48, 27.89, 2.09, 8),
  regnet_y_800mf: regnetY(14, 56, 38.84, 2.4, 16),
  regnet_y_1_6gf: regnetY(27, 48, 20.71, 2.65, 24),
  regnet_y_3_2gf: regnetY(21, 80, 42.63, 2.66, 24),
  regnet_y_8gf: regnetY(17, 192, 76.82, 2.19, 56),
  regnet_y_16gf: regnetY(18, 200, 106.23, 2.48, 112),
  regnet_y_32gf: regnetY(20, 232, 115.89, 2.53, 232),
  regnet_y_128gf: regnetY(27, 456, 160.83, 2.52, 264),
} as const satisfies Readonly<Record<string, ResNetConfig | RegNetConfig>>;

/** Name of a model. */
export type ModelName = keyof typeof ARCHITECTURES;

/** All model names; within a family, smaller models come first. */
export const MODEL_NAMES = Object.keys(ARCHITECTURES) as readonly ModelName[];

/** @throws UsageError for an unknown model, listing the known ones */
export function parseModelName(name: string): ModelName {
  if (Object.hasOwn(ARCHITECTURES, name)) return name as ModelName;
  throw new UsageError(`expected one of ${MODEL_NAMES.join(', ')}; got "${name}"`, { option: 'model' });
}
