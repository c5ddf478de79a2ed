import type { nn, Tensor } from '@hashsight/torch';
import type { Preprocessing } from './preprocessing.js';

/** A segment of a model: the stem, a block, or the pooling with the head. Segments are applied in sequence. */
export interface Segment {
  /** Modules with the segment's parameters; no other segment uses them. */
  readonly modules: readonly nn.Module[];
  readonly forward: (input: Tensor) => Tensor;
}

/** An image classifier: the interface that training, evaluation, and prediction require of every architecture. */
export interface ImageModel extends nn.Module {
  /** How images are converted to the model's input. */
  readonly preprocessing: Preprocessing;
  /** Feature dimension D. */
  readonly numFeatures: number;
  /** The last layer: features `[N, D]` to logits `[N, K]`. */
  readonly head: nn.Linear;
  /** Name of the head in the `state_dict`, as in torchvision: `fc` for a ResNet. */
  readonly headName: string;
  /** Output of the last stage: normalized images `[N, 3, H, W]` to `[N, D, H/32, W/32]`. */
  forwardFeatures(images: Tensor): Tensor;
  /** Input of the head: {@link forwardFeatures} averaged over the positions, `[N, D]`. */
  features(images: Tensor): Tensor;
  /** Normalized images `[N, 3, H, W]` to logits `[N, K]`. */
  forward(images: Tensor): Tensor;
  /**
   * The segments of {@link forward}: the stem, each block, and the pooling with the head. Used for activation
   * checkpointing and for settings that depend on a parameter's depth. Together their modules contain every parameter
   * once.
   */
  segments(): readonly Segment[];
  /**
   * Zeroes the last batch normalization of each block, so that each block starts as the identity (Goyal et al. 2017).
   */
  zeroInitLast(): void;
}
