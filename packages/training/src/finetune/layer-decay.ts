import type { nn } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';

/** Options of {@link layerDecayGroups}, named and chosen as in timm. */
export interface LayerDecayOptions {
  /** Factor of the learning rate from each layer to the one below; timm's default is 0.75; 1: none. */
  readonly layerDecay?: number;
  /** Smallest factor of a layer; default 0. */
  readonly minScale?: number;
  /** Layers whose factor is below this are not trained; default 0: all are. */
  readonly noOptScale?: number;
  /** Weight decay of parameters with at least two dimensions; the others have none. */
  readonly weightDecay: number;
}

/** Parameters that share a learning rate and a weight decay. */
export interface ScaledGroup {
  readonly parameters: readonly nn.Parameter[];
  readonly weightDecay: number;
  /** Factor of the learning rate. */
  readonly lrScale: number;
  /** The layer: 0 is the stem, then each block, and the head last. */
  readonly layer: number;
}

/**
 * Layer-wise learning-rate decay, as timm's `param_groups_layer_decay`: `scale = max(minScale, layerDecay^(L - 1 -
 * layer))` for L layers. A ResNet-50 has 18: the stem, 16 blocks, and the head. Each layer gives a group with weight
 * decay and one without; biases and normalization, which have one dimension, have none. Parameters of layers below
 * `noOptScale` are left out, and their gradients are turned off.
 */
export function layerDecayGroups(
  model: ImageModel,
  { layerDecay = 0.75, minScale = 0, noOptScale = 0, weightDecay }: LayerDecayOptions,
): ScaledGroup[] {
  const layers = model.segments();
  return layers.flatMap(({ modules }, layer) => {
    const lrScale = Math.max(minScale, layerDecay ** (layers.length - 1 - layer));
    const own = modules.flatMap((module) => module.parameters());
    if (lrScale < noOptScale) {
      for (const parameter of own) parameter.requiresGrad_({ requiresGrad: false });
      return [];
    }
    const isDecayed = ({ ndim }: nn.Parameter) => ndim > 1;
    const groups: ScaledGroup[] = [
      { parameters: own.filter(isDecayed), weightDecay, lrScale, layer },
      { parameters: own.filter((parameter) => !isDecayed(parameter)), weightDecay: 0, lrScale, layer },
    ];
    return groups.filter(({ parameters }) => parameters.length > 0);
  });
}
