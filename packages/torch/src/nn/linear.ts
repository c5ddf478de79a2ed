import { empty } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { linear } from './functional.js';
import { kaimingUniform_, uniform_ } from './init.js';
import { Module } from './module.js';
import { Parameter } from './parameter.js';

/** `input @ weight.T + bias`: `[N, inFeatures]` to `[N, outFeatures]`. Initialized as in PyTorch. */
export class Linear extends Module {
  /** `[outFeatures, inFeatures]` */
  readonly weight: Parameter;
  /** `[outFeatures]` */
  readonly bias: Parameter | null;
  readonly inFeatures: number;
  readonly outFeatures: number;

  constructor(inFeatures: number, outFeatures: number, options: { readonly bias?: boolean } = {}) {
    super();
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    this.weight = new Parameter(empty([outFeatures, inFeatures]));
    // As in torch.nn.Linear: a = sqrt(5) gives the bound 1 / sqrt(inFeatures).
    kaimingUniform_(this.weight, { a: Math.sqrt(5) });
    this.bias = options.bias === false ? null : new Parameter(empty([outFeatures]));
    if (this.bias !== null)
      uniform_(this.bias, { a: -1 / Math.sqrt(inFeatures), b: 1 / Math.sqrt(inFeatures) });
  }

  forward(input: Tensor): Tensor {
    return linear(input, this.weight, { bias: this.bias });
  }
}
