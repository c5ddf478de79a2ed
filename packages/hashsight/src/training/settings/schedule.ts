import type { TrainingConfig } from './config.js';

/** What sets the learning rate of each step. */
export type ScheduleConfig = Pick<TrainingConfig, 'lr' | 'schedule' | 'halvings'> & {
  readonly warmupSteps: number;
  readonly totalSteps: number;
};

/**
 * The learning rate of a step (from 0): rises in a straight line over the warm-up (Goyal et al. 2017), then falls to
 * zero along half a cosine (Loshchilov & Hutter 2017), is halved at equally spaced points (Mahajan et al. 2018), or stays.
 */
export function learningRateAt(step: number, config: ScheduleConfig): number {
  const { lr, schedule, halvings, warmupSteps, totalSteps } = config;
  if (step < warmupSteps) return (lr * (step + 1)) / warmupSteps;
  const progress = (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
  switch (schedule) {
    case 'cosine':
      return (lr / 2) * (1 + Math.cos(Math.PI * progress));
    case 'step':
      return lr * 0.5 ** Math.floor(progress * (halvings + 1));
    case 'constant':
      return lr;
  }
}
