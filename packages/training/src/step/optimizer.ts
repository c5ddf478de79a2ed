import { type nn, optim } from '@hashsight/torch';
import type { TrainingConfig } from '../settings/config.js';

/**
 * SGD with Nesterov momentum, without weight decay on biases and batch normalization (Goyal et al. 2017, section 5.3).
 */
export function createOptimizer(
  model: nn.Module,
  {
    lr,
    momentum,
    weightDecay,
    decayNormAndBias,
  }: Pick<TrainingConfig, 'lr' | 'momentum' | 'weightDecay' | 'decayNormAndBias'>,
): optim.SGD {
  const isWeight = ({ ndim }: nn.Parameter) => ndim > 1;
  const parameters = model.parameters();
  return new optim.SGD(
    [
      { parameters: parameters.filter(isWeight), weightDecay },
      {
        parameters: parameters.filter((parameter) => !isWeight(parameter)),
        weightDecay: decayNormAndBias ? weightDecay : 0,
      },
    ],
    { lr, momentum, nesterov: momentum > 0 },
  );
}
