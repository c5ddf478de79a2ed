import { nn, type Tensor } from '@hashsight/torch';

/** A convolution without bias, because batch normalization follows. */
function conv(inChannels: number, outChannels: number, kernelSize: 1 | 3, stride = 1, groups = 1): nn.Conv2d {
  const padding = kernelSize === 3 ? 1 : 0;
  return new nn.Conv2d(inChannels, outChannels, kernelSize, { stride, padding, groups, bias: false });
}

/** The shortcut of a block whose output has another shape: a 1x1 convolution and batch normalization. */
function downsamplePath(inChannels: number, outChannels: number, stride: number): nn.Sequential | null {
  if (stride === 1 && inChannels === outChannels) return null;
  return new nn.Sequential(conv(inChannels, outChannels, 1, stride), new nn.BatchNorm2d(outChannels));
}

/** Shape of a block within its stage. */
export interface BlockShape {
  readonly inChannels: number;
  /** Channels before `expansion`: 64 in the first stage, doubled in each following stage. */
  readonly planes: number;
  readonly stride: number;
  /** Groups of the 3x3 convolution. */
  readonly cardinality: number;
  /** Width of a group when `planes` is 64. */
  readonly baseWidth: number;
}

/**
 * The block of ResNet-18 and -34: two 3x3 convolutions. `[N, inChannels, H, W]` to `[N, planes, H/stride, W/stride]`.
 */
export class BasicBlock extends nn.Module {
  static readonly expansion = 1;
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.BatchNorm2d;
  readonly conv2: nn.Conv2d;
  readonly bn2: nn.BatchNorm2d;
  readonly downsample: nn.Sequential | null;

  constructor({ inChannels, planes, stride }: BlockShape) {
    super();
    this.conv1 = conv(inChannels, planes, 3, stride);
    this.bn1 = new nn.BatchNorm2d(planes);
    this.conv2 = conv(planes, planes, 3);
    this.bn2 = new nn.BatchNorm2d(planes);
    this.downsample = downsamplePath(inChannels, planes, stride);
  }

  forward(input: Tensor): Tensor {
    const hidden = this.bn1.forward(this.conv1.forward(input)).relu_();
    const output = this.bn2.forward(this.conv2.forward(hidden));
    return output.add_(this.downsample?.forward(input) ?? input).relu_();
  }
}

/**
 * The block of ResNet-50 and larger and of ResNeXt (Xie et al. 2017): 1x1, grouped 3x3 (with the stride), and 1x1
 * convolutions. `[N, inChannels, H, W]` to `[N, 4 planes, H/stride, W/stride]`.
 */
export class Bottleneck extends nn.Module {
  static readonly expansion = 4;
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.BatchNorm2d;
  readonly conv2: nn.Conv2d;
  readonly bn2: nn.BatchNorm2d;
  readonly conv3: nn.Conv2d;
  readonly bn3: nn.BatchNorm2d;
  readonly downsample: nn.Sequential | null;

  constructor({ inChannels, planes, stride, cardinality, baseWidth }: BlockShape) {
    super();
    const width = Math.trunc((planes * baseWidth) / 64) * cardinality;
    const outChannels = planes * Bottleneck.expansion;
    this.conv1 = conv(inChannels, width, 1);
    this.bn1 = new nn.BatchNorm2d(width);
    this.conv2 = conv(width, width, 3, stride, cardinality);
    this.bn2 = new nn.BatchNorm2d(width);
    this.conv3 = conv(width, outChannels, 1);
    this.bn3 = new nn.BatchNorm2d(outChannels);
    this.downsample = downsamplePath(inChannels, outChannels, stride);
  }

  forward(input: Tensor): Tensor {
    const narrow = this.bn1.forward(this.conv1.forward(input)).relu_();
    const grouped = this.bn2.forward(this.conv2.forward(narrow)).relu_();
    const output = this.bn3.forward(this.conv3.forward(grouped));
    return output.add_(this.downsample?.forward(input) ?? input).relu_();
  }
}
