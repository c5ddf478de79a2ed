import type { TrainingConfig } from './config.js';
import type { RunPlan } from './plan.js';

/** The settings that determine the learning rate of each step. */
export type ScheduleConfig = Pick<TrainingConfig, 'lr' | 'warmupLr' | 'schedule' | 'halvings' | 'decayRate'> &
  Pick<RunPlan, 'warmupSteps' | 'totalSteps' | 'decaySteps'>;

/**
 * The learning rate of a step (from 0). It rises linearly during warmup. Then it falls to zero along half a cosine
 * (Loshchilov & Hutter 2017), falls in steps, or stays constant. The steps are evenly spaced halvings (Mahajan et al.
 * 2018) or cuts after given epochs (Goyal et al. 2017: by 0.1 after 30, 60, and 80 of 90).
 */
export function learningRateAt(step: number, config: ScheduleConfig): number {
  const { lr, schedule, halvings, decaySteps, decayRate, warmupSteps, totalSteps } = config;
  if (step < warmupSteps) return warmUpAt(step, config);
  const progress = (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
  switch (schedule) {
    case 'cosine':
      return (lr / 2) * (1 + Math.cos(Math.PI * progress));
    case 'step':
      if (decaySteps === null) return lr * 0.5 ** Math.floor(progress * (halvings + 1));
      return lr * decayRate ** decaySteps.filter((decay) => decay <= step).length;
    case 'constant':
      return lr;
  }
}

/**
 * Linear warmup from `warmupLr` at the first step to `lr` at the first step after warmup (Goyal et al. 2017, section
 * 2.2: from η, the rate for 256 images, to kη in equal increments). Without `warmupLr`, the line starts at zero one
 * step before the first and reaches `lr` one step earlier, so that no step is wasted.
 */
function warmUpAt(step: number, { lr, warmupLr, warmupSteps }: ScheduleConfig): number {
  if (warmupLr === null) return (lr * (step + 1)) / warmupSteps;
  const start = Math.min(warmupLr, lr);
  return start + ((lr - start) * step) / warmupSteps;
}
