import type { TrainingConfig } from './config.js';
import type { RunPlan } from './plan.js';

/** What sets the learning rate of each step. */
export type ScheduleConfig = Pick<TrainingConfig, 'lr' | 'warmupLr' | 'schedule' | 'halvings' | 'decayRate'> &
  Pick<RunPlan, 'warmupSteps' | 'totalSteps' | 'decaySteps'>;

/**
 * The learning rate of a step (from 0): rises in a straight line over the warm-up, then falls to zero along half a cosine
 * (Loshchilov & Hutter 2017), falls in steps, or stays. The steps are halvings at equally spaced points (Mahajan et al.
 * 2018), or cuts after given epochs (Goyal et al. 2017: by 0.1 after 30, 60 and 80 of 90).
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
 * From `warmupLr` at the first step to `lr` at the first step after the warm-up (Goyal et al. 2017, section 2.2: from η,
 * the rate for 256 images, by a constant amount a step to kη). Without `warmupLr` the line begins at zero one step
 * earlier, so that no step is wasted, and is at `lr` one step earlier too.
 */
function warmUpAt(step: number, { lr, warmupLr, warmupSteps }: ScheduleConfig): number {
  if (warmupLr === null) return (lr * (step + 1)) / warmupSteps;
  const start = Math.min(warmupLr, lr);
  return start + ((lr - start) * step) / warmupSteps;
}
