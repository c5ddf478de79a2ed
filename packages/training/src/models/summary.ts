import { nn, noGrad, tidy, withDevice, zeros } from '@hashsight/torch';
import { MODEL_NAMES, type ModelName } from './architectures.js';
import { createModel } from './registry.js';

/** Size of a model and its cost per image. */
export interface ModelSummary {
  readonly name: ModelName;
  /** Number of trainable parameters. */
  readonly parameters: number;
  /**
   * Multiply-adds per image: convolutions, the linear layer, and batch normalization (two per element, to normalize and
   * to scale and shift).
   */
  readonly multiplyAdds: number;
}

/** Image size for which the literature quotes multiply-adds. */
const QUOTED_IMAGE_SIZE = 224;

/**
 * Counts a model's parameters and multiply-adds. The model is built on the `meta` device, where tensors have shapes but
 * no memory, so even the largest takes only milliseconds.
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
        // LibTorch cannot convolve or normalize on the meta device; only the shape is needed.
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

/** {@link modelSummary} for every model. */
export function modelSummaries(options: { readonly numClasses?: number } = {}): ModelSummary[] {
  return MODEL_NAMES.map((name) => modelSummary(name, options));
}
