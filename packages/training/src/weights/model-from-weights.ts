import { empty, nn, noGrad, type Tensor, tidy, withDevice, zeros } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { type LoadReport, type MatchOptions, matchedModel } from './match-weights.js';
import type { OpenedWeights } from './open-weights.js';

/** Options of {@link modelFromWeights}. */
export interface FromWeightsOptions extends MatchOptions {
  /** Default: that of the weights. */
  readonly preprocessing?: Preprocessing;
  /** Default `cpu`. */
  readonly device?: string;
}

/**
 * Builds a model from the weights of a file, in evaluation mode. Each tensor is read and copied by itself, so memory
 * holds one model and one tensor. Dispose of the model.
 *
 * @throws InputError if the model is not known, or the file does not fit it; nothing is read then
 * @throws UsageError if it is another model than `options.model`
 */
export function modelFromWeights(
  weights: OpenedWeights,
  options: FromWeightsOptions = {},
): { readonly model: ImageModel; readonly name: ModelName; readonly report: LoadReport } {
  const { preprocessing = weights.preprocessing, device = 'cpu' } = options;
  const { name, model, report } = matchedModel(weights, options, preprocessing);
  try {
    const targets = model.stateDict();
    const give = (tensor: string, read?: () => Tensor) =>
      materialize(targets.get(tensor) as nn.Parameter | nn.Buffer, device, read);
    noGrad(() => {
      for (const tensor of report.loaded) give(tensor, () => weights.get(tensor));
      for (const tensor of report.missing) give(tensor);
    });
    if (report.fresh.length > 0) replaceHead(model, device);
    return { model: model.eval(), name, report };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** Gives a tensor on `meta` memory on the device, with the values that `read` returns, or zeros. */
function materialize(target: nn.Parameter | nn.Buffer, device: string, read?: () => Tensor): void {
  tidy(() => {
    const { shape, dtype } = target;
    const options = { dtype, device };
    target.replace(read === undefined ? zeros(shape, options) : empty(shape, options).copy_(read()));
  });
}

/** Replaces the last layer by a new one, initialized at random from the default generator. */
function replaceHead({ head }: ImageModel, device: string): void {
  const fresh = withDevice(device, () => new nn.Linear(head.inFeatures, head.outFeatures));
  head.weight.replace(fresh.weight);
  if (fresh.bias !== null) head.bias?.replace(fresh.bias);
}
