import type { nn, Tensor } from '@hashsight/torch';
import type { Preprocessing } from './preprocessing.js';

/** One of the parts that a model applies one after the other: the stem, a block, or the pooling with the head. */
export interface Segment {
  /** The modules whose parameters it uses; no other segment uses them. */
  readonly modules: readonly nn.Module[];
  readonly forward: (input: Tensor) => Tensor;
}

/** A network that classifies images: what training, evaluation and prediction need of every architecture. */
export interface ImageModel extends nn.Module {
  /** How an image becomes its input. */
  readonly preprocessing: Preprocessing;
  /** D, the width of the features. */
  readonly numFeatures: number;
  /** The last layer: features `[N, D]` to one logit a class, `[N, K]`. */
  readonly head: nn.Linear;
  /** The head's name in the `state_dict`: torchvision's, `fc` for a ResNet. */
  readonly headName: string;
  /** The last stage's output: `[N, 3, H, W]` normalised images to `[N, D, H/32, W/32]`. */
  forwardFeatures(images: Tensor): Tensor;
  /** The head's input: {@link forwardFeatures} averaged over the positions, `[N, D]`. */
  features(images: Tensor): Tensor;
  /** `[N, 3, H, W]` normalised images to `[N, K]` logits. */
  forward(images: Tensor): Tensor;
  /**
   * {@link forward} in parts: the stem, each block, pooling with the head. For activation checkpointing, and for
   * what depends on the depth of a parameter; together their modules have every parameter once.
   */
  segments(): readonly Segment[];
  /** Sets the last batch normalisation of each block to zero: each block begins as the identity (Goyal et al. 2017). */
  zeroInitLast(): void;
}
