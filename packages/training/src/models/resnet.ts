import { nn, type Tensor } from '@hashsight/torch';
import { BasicBlock, type BlockShape, Bottleneck } from './blocks.js';
import type { ImageModel, Segment } from './image-model.js';
import type { Preprocessing } from './preprocessing.js';

/** Configuration of a model in the family. */
export interface ResNetConfig {
  readonly block: 'basic' | 'bottleneck';
  /** Number of blocks in each of the four stages. */
  readonly layers: readonly [number, number, number, number];
  /** Groups of the 3x3 convolutions: 1 for ResNet, 32 for ResNeXt. */
  readonly cardinality: number;
  /** Width of a group in the first stage: 64 for ResNet, the d of ResNeXt's 32xNd. */
  readonly baseWidth: number;
}

const BLOCKS = { basic: BasicBlock, bottleneck: Bottleneck } as const;

/**
 * ResNet (He et al. 2016) and ResNeXt (Xie et al. 2017) with torchvision's `state_dict` names. In a bottleneck, the 3x3
 * convolution has the stride, as in torchvision and in Mahajan et al. 2018.
 */
export class ResNet extends nn.Module implements ImageModel {
  readonly preprocessing: Preprocessing;
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.BatchNorm2d;
  readonly layer1: nn.Sequential;
  readonly layer2: nn.Sequential;
  readonly layer3: nn.Sequential;
  readonly layer4: nn.Sequential;
  /** The last layer: features to one logit per hashtag. */
  readonly fc: nn.Linear;

  constructor(
    config: ResNetConfig,
    { numClasses, preprocessing }: { readonly numClasses: number; readonly preprocessing: Preprocessing },
  ) {
    super();
    this.preprocessing = preprocessing;
    const [first, second, third, fourth] = config.layers;
    this.conv1 = new nn.Conv2d(3, 64, 7, { stride: 2, padding: 3, bias: false });
    this.bn1 = new nn.BatchNorm2d(64);
    const { expansion } = BLOCKS[config.block];
    this.layer1 = stage(config, { inChannels: 64, planes: 64, stride: 1 }, first);
    this.layer2 = stage(config, { inChannels: 64 * expansion, planes: 128, stride: 2 }, second);
    this.layer3 = stage(config, { inChannels: 128 * expansion, planes: 256, stride: 2 }, third);
    this.layer4 = stage(config, { inChannels: 256 * expansion, planes: 512, stride: 2 }, fourth);
    this.fc = new nn.Linear(512 * expansion, numClasses);
    this.#initialize();
  }

  /** He initialization of the convolutions by fan-out, as in torchvision. */
  #initialize(): void {
    for (const module of this.modules()) {
      if (module instanceof nn.Conv2d) {
        nn.init.kaimingNormal_(module.weight, { mode: 'fan_out', nonlinearity: 'relu' });
      }
    }
  }

  /** `[N, 3, H, W]` to `[N, 64, H/4, W/4]`. */
  #stem(input: Tensor): Tensor {
    const hidden = this.bn1.forward(this.conv1.forward(input)).relu_();
    return nn.functional.maxPool2d(hidden, 3, { stride: 2, padding: 1 });
  }

  get numFeatures(): number {
    return this.fc.inFeatures;
  }

  get head(): nn.Linear {
    return this.fc;
  }

  get headName(): string {
    return 'fc';
  }

  #stages(): readonly nn.Sequential[] {
    return [this.layer1, this.layer2, this.layer3, this.layer4];
  }

  /** `[N, 3, H, W]` to `[N, 512 · expansion, H/32, W/32]`. */
  forwardFeatures(input: Tensor): Tensor {
    return this.#stages().reduce((hidden, stage) => stage.forward(hidden), this.#stem(input));
  }

  /** `[N, 3, H, W]` to `[N, 512 · expansion]`. */
  features(input: Tensor): Tensor {
    return pooled(this.forwardFeatures(input));
  }

  /** Normalized images `[N, 3, H, W]` to logits `[N, K]`. */
  forward(input: Tensor): Tensor {
    return this.fc.forward(this.features(input));
  }

  /** The stem, each block, and the pooling with the head. */
  segments(): readonly Segment[] {
    const blocks = this.#stages().flatMap((stage) => [...stage]);
    return [
      { modules: [this.conv1, this.bn1], forward: (input) => this.#stem(input) },
      ...blocks.map((block): Segment => ({ modules: [block], forward: (input) => block.forward(input) })),
      { modules: [this.fc], forward: (features) => this.fc.forward(pooled(features)) },
    ];
  }

  /**
   * Zeroes the last batch normalization of each block, so that each block starts as the identity (Goyal et al. 2017).
   */
  zeroInitLast(): void {
    for (const module of this.modules()) {
      if (module instanceof BasicBlock) nn.init.constant_(module.bn2.weight, 0);
      if (module instanceof Bottleneck) nn.init.constant_(module.bn3.weight, 0);
    }
  }
}

/** Averages over the positions: `[N, C, H, W]` to `[N, C]`. */
export function pooled(features: Tensor): Tensor {
  return nn.functional.adaptiveAvgPool2d(features, 1).flatten({ startDim: 1 });
}

function stage(
  { block, cardinality, baseWidth }: ResNetConfig,
  first: Pick<BlockShape, 'inChannels' | 'planes' | 'stride'>,
  blocks: number,
): nn.Sequential {
  const Block = BLOCKS[block];
  const inner = { ...first, inChannels: first.planes * Block.expansion, stride: 1 };
  return new nn.Sequential(
    ...Array.from(
      { length: blocks },
      (_, i) => new Block({ ...(i === 0 ? first : inner), cardinality, baseWidth }),
    ),
  );
}
