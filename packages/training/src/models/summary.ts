import { nn, noGrad, tidy, withDevice, zeros } from '@hashsight/torch';
import { MODEL_NAMES, type ModelName } from './architectures.js';
import { createModel } from './registry.js';

/** A model's size and the work of one image. */
export interface ModelSummary {
  readonly name: ModelName;
  /** Trainable numbers. */
  readonly parameters: number;
  /**
   * Multiplications with their additions for one image: of the convolutions, the linear layer and batch
   * normalisation (two an element: to normalize, and to scale and shift).
   */
  readonly multiplyAdds: number;
}

/** Pixels of a side for which multiply-adds are quoted in the literature. */
const QUOTED_IMAGE_SIZE = 224;

/**
 * Counts a model's parameters and multiply-adds from its definition. The model is built on the `meta` device, where
 * tensors have shapes but no memory: the largest takes milliseconds and no weights.
 */
export function modelSummary(
  name: ModelName,
  options: { readonly numClasses?: number; readonly imageSize?: number } = {},
): ModelSummary {
  const { numClasses = 1000, imageSize = QUOTED_IMAGE_SIZE } = options;
  return withDevice('meta', () =>
    tidy(() => {
      using model = createModel(name, { numClasses }).eval();
      let multiplyAdds = 0;
      for (const module of model.modules()) {
        // LibTorch can neither convolve nor normalize on meta; the shape is all that is asked for.
        if (module instanceof nn.Conv2d) module.forward = (input) => zeros(module.outputShape(input.shape));
        if (module instanceof nn.BatchNorm2d) module.forward = (input) => input;
        module.registerForwardHook((_, output) => {
          multiplyAdds += multiplyAddsAnElement(module) * output.numel();
        });
      }
      noGrad(() => model.forward(zeros([1, 3, imageSize, imageSize])));
      const parameters = model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0);
      return { name, parameters, multiplyAdds };
    }),
  );
}

function multiplyAddsAnElement(module: nn.Module): number {
  if (module instanceof nn.BatchNorm2d) return 2;
  if (!(module instanceof nn.Conv2d) && !(module instanceof nn.Linear)) return 0;
  const [, ...filter] = module.weight.shape;
  return filter.reduce((product, size) => product * size, 1);
}

/** {@link modelSummary} of every model. */
export function modelSummaries(options: { readonly numClasses?: number } = {}): ModelSummary[] {
  return MODEL_NAMES.map((name) => modelSummary(name, options));
}
