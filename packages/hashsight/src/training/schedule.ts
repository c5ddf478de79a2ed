/** What sets the learning rate of each step. */
export interface ScheduleConfig {
  /** The highest learning rate, reached at the end of the warm-up. */
  readonly lr: number;
  readonly schedule: 'cosine' | 'step';
  readonly warmupSteps: number;
  readonly totalSteps: number;
}

/** Times that `step` halves the learning rate, at equally spaced points (Mahajan et al. 2018: 10 to 20). */
const HALVINGS = 10;

/**
 * The learning rate of a step (from 0): rises in a straight line over the warm-up (Goyal et al. 2017), then falls to
 * zero along half a cosine (Loshchilov & Hutter 2017), or is halved ten times at equally spaced points.
 */
export function learningRateAt(step: number, config: ScheduleConfig): number {
  const { lr, schedule, warmupSteps, totalSteps } = config;
  if (step < warmupSteps) return (lr * (step + 1)) / warmupSteps;
  const progress = (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
  if (schedule === 'step') return lr * 0.5 ** Math.floor(progress * (HALVINGS + 1));
  return (lr / 2) * (1 + Math.cos(Math.PI * progress));
}
