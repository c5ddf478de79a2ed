import { type NameRule, Renaming } from './renaming.js';

/** A way of naming the tensors of a family of models. */
export interface Layout {
  /** For messages: `torchvision`. */
  readonly name: string;
  /** Between the layout's names and ours, which are torchvision's. */
  readonly renaming: Renaming;
}

/** A ResNet or ResNeXt: torchvision, timm, and the WSL release use the same names. */
const RESNET: readonly NameRule[] = [
  'conv1',
  'bn1',
  ...[1, 2, 3].flatMap((n) => [`layer{s}.{b}.conv${n}`, `layer{s}.{b}.bn${n}`]),
  'layer{s}.{b}.downsample.0',
  'layer{s}.{b}.downsample.1',
  'fc',
].map((name) => [name, name]);

/** All known layouts. */
export const LAYOUTS: readonly Layout[] = [
  { name: 'torchvision, timm, WSL (ResNet)', renaming: new Renaming(RESNET) },
];
