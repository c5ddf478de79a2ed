import { nn, type Tensor } from '@hashsight/torch';
import type { ImageModel, Segment } from './image-model.js';
import type { Preprocessing } from './preprocessing.js';
import { pooled } from './resnet.js';

/**
 * Configuration of a RegNetY. The widths of its blocks follow a quantized line (Radosavovic et al. 2020, section 3.3):
 * block i of `depth` has about `w0 + wa * i` channels, rounded to a power of `wm` times `w0`.
 */
export interface RegNetConfig {
  /** Number of blocks. */
  readonly depth: number;
  readonly w0: number;
  readonly wa: number;
  readonly wm: number;
  /** Channels of a group of the 3x3 convolutions. */
  readonly groupWidth: number;
}

/** A stage of a RegNet: blocks of the same width, of which the first halves height and width. */
export interface RegNetStage {
  readonly width: number;
  readonly blocks: number;
  readonly groupWidth: number;
}

/** Widths are multiples of this. */
const QUANTUM = 8;
const STEM_WIDTH = 32;
/** Channels of squeeze-and-excitation, as a share of the block's input. */
const SE_RATIO = 0.25;

/** The stages of a RegNet, computed as in torchvision's `BlockParams.from_init_params`. */
export function regNetStages({ depth, w0, wa, wm, groupWidth }: RegNetConfig): readonly RegNetStage[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < depth; i++) {
    const power = Math.round(Math.log((w0 + wa * i) / w0) / Math.log(wm));
    const width = Math.round((w0 * wm ** power) / QUANTUM) * QUANTUM;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return Array.from(counts, ([width, blocks]) => {
    const group = Math.min(groupWidth, width);
    return { width: nearestMultiple(width, group), blocks, groupWidth: group };
  });
}

/** The nearest multiple, but at least 90 % of the value (torchvision's `_make_divisible`). */
function nearestMultiple(value: number, divisor: number): number {
  const nearest = Math.max(divisor, Math.floor((value + divisor / 2) / divisor) * divisor);
  return nearest < 0.9 * value ? nearest + divisor : nearest;
}

/** Convolution without bias, and batch normalization: torchvision's `Conv2dNormActivation`, with names `0` and `1`. */
function convNorm(
  inChannels: number,
  outChannels: number,
  kernelSize: 1 | 3,
  { stride = 1, groups = 1 } = {},
): nn.Sequential {
  const padding = kernelSize === 3 ? 1 : 0;
  return new nn.Sequential(
    new nn.Conv2d(inChannels, outChannels, kernelSize, { stride, padding, groups, bias: false }),
    new nn.BatchNorm2d(outChannels),
  );
}

/**
 * Squeeze-and-excitation (Hu et al. 2018): scales each channel by a factor from 0 to 1 that depends on the means of all
 * channels. `[N, C, H, W]` to the same shape.
 */
export class SqueezeExcitation extends nn.Module {
  readonly fc1: nn.Conv2d;
  readonly fc2: nn.Conv2d;

  constructor(channels: number, squeezed: number) {
    super();
    this.fc1 = new nn.Conv2d(channels, squeezed, 1);
    this.fc2 = new nn.Conv2d(squeezed, channels, 1);
  }

  forward(input: Tensor): Tensor {
    const means = nn.functional.adaptiveAvgPool2d(input, 1);
    return input.mul(this.fc2.forward(this.fc1.forward(means).relu_()).sigmoid());
  }
}

/** Shape of a block within its stage. */
interface BlockShape {
  readonly inChannels: number;
  readonly width: number;
  readonly groupWidth: number;
  readonly stride: number;
}

/** The convolutions of a block: 1x1, grouped 3x3 (with the stride), squeeze-and-excitation, and 1x1. */
class BottleneckTransform extends nn.Module {
  readonly a: nn.Sequential;
  readonly b: nn.Sequential;
  readonly se: SqueezeExcitation;
  readonly c: nn.Sequential;

  constructor({ inChannels, width, groupWidth, stride }: BlockShape) {
    super();
    this.a = convNorm(inChannels, width, 1);
    this.b = convNorm(width, width, 3, { stride, groups: width / groupWidth });
    this.se = new SqueezeExcitation(width, Math.round(SE_RATIO * inChannels));
    this.c = convNorm(width, width, 1);
  }

  forward(input: Tensor): Tensor {
    const grouped = this.b.forward(this.a.forward(input).relu_()).relu_();
    return this.c.forward(this.se.forward(grouped));
  }
}

/** A block of RegNetY: `[N, inChannels, H, W]` to `[N, width, H/stride, W/stride]`. */
export class RegNetBlock extends nn.Module {
  readonly proj: nn.Sequential | null;
  readonly f: BottleneckTransform;

  constructor(shape: BlockShape) {
    super();
    const { inChannels, width, stride } = shape;
    const isSame = stride === 1 && inChannels === width;
    this.proj = isSame ? null : convNorm(inChannels, width, 1, { stride });
    this.f = new BottleneckTransform(shape);
  }

  forward(input: Tensor): Tensor {
    return this.f
      .forward(input)
      .add_(this.proj?.forward(input) ?? input)
      .relu_();
  }
}

/** Modules in sequence with names of their own. */
class NamedSequence<M extends nn.Module> extends nn.Module {
  readonly #modules: ReadonlyMap<string, M>;

  constructor(modules: Iterable<readonly [string, M]>) {
    super();
    this.#modules = new Map(modules);
  }

  override *namedChildren(): Generator<[string, nn.Module]> {
    yield* this.#modules;
  }

  [Symbol.iterator](): Iterator<M> {
    return this.#modules.values();
  }

  forward(input: Tensor): Tensor {
    return [...this].reduce((hidden, module) => module.forward(hidden), input);
  }
}

/** RegNetY (Radosavovic et al. 2020), a RegNet with squeeze-and-excitation, with torchvision's `state_dict` names. */
export class RegNet extends nn.Module implements ImageModel {
  readonly preprocessing: Preprocessing;
  readonly stem: nn.Sequential;
  readonly trunkOutput: NamedSequence<NamedSequence<RegNetBlock>>;
  /** The last layer: features to one logit per hashtag. */
  readonly fc: nn.Linear;

  constructor(
    config: RegNetConfig,
    { numClasses, preprocessing }: { readonly numClasses: number; readonly preprocessing: Preprocessing },
  ) {
    super();
    this.preprocessing = preprocessing;
    this.stem = convNorm(3, STEM_WIDTH, 3, { stride: 2 });
    let inChannels = STEM_WIDTH;
    const stages = regNetStages(config).map((stage, i) => {
      const modules = stageOf(stage, i + 1, inChannels);
      inChannels = stage.width;
      return [`block${i + 1}`, modules] as const;
    });
    this.trunkOutput = new NamedSequence(stages);
    this.fc = new nn.Linear(inChannels, numClasses);
    this.#initialize();
  }

  /** As in torchvision: He initialization of the convolutions by fan-out, and a last layer near zero. */
  #initialize(): void {
    for (const module of this.modules()) {
      if (module instanceof nn.Conv2d) {
        nn.init.kaimingNormal_(module.weight, { mode: 'fan_out', nonlinearity: 'relu' });
      }
    }
    nn.init.normal_(this.fc.weight, { std: 0.01 });
    if (this.fc.bias !== null) nn.init.constant_(this.fc.bias, 0);
  }

  /** `[N, 3, H, W]` to `[N, 32, H/2, W/2]`. */
  #stem(input: Tensor): Tensor {
    return this.stem.forward(input).relu_();
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

  /** `[N, 3, H, W]` to `[N, D, H/32, W/32]`. */
  forwardFeatures(input: Tensor): Tensor {
    return this.trunkOutput.forward(this.#stem(input));
  }

  /** `[N, 3, H, W]` to `[N, D]`. */
  features(input: Tensor): Tensor {
    return pooled(this.forwardFeatures(input));
  }

  /** Normalized images `[N, 3, H, W]` to logits `[N, K]`. */
  forward(input: Tensor): Tensor {
    return this.fc.forward(this.features(input));
  }

  /** The stem, each block, and the pooling with the head. */
  segments(): readonly Segment[] {
    const blocks = [...this.trunkOutput].flatMap((stage) => [...stage]);
    return [
      { modules: [this.stem], forward: (input) => this.#stem(input) },
      ...blocks.map((block): Segment => ({ modules: [block], forward: (input) => block.forward(input) })),
      { modules: [this.fc], forward: (features) => this.fc.forward(pooled(features)) },
    ];
  }

  /**
   * Zeroes the last batch normalization of each block, so that each block starts as the identity (Goyal et al. 2017).
   */
  zeroInitLast(): void {
    for (const module of this.modules()) {
      if (!(module instanceof RegNetBlock)) continue;
      const last = module.f.c.at(-1);
      if (last instanceof nn.BatchNorm2d) nn.init.constant_(last.weight, 0);
    }
  }
}

function stageOf(
  { width, blocks, groupWidth }: RegNetStage,
  number: number,
  inChannels: number,
): NamedSequence<RegNetBlock> {
  return new NamedSequence(
    Array.from({ length: blocks }, (_, i) => {
      const first = { inChannels: i === 0 ? inChannels : width, stride: i === 0 ? 2 : 1 };
      return [`block${number}-${i}`, new RegNetBlock({ ...first, width, groupWidth })] as const;
    }),
  );
}
