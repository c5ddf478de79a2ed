/** Length and learning rate of a fine-tuning. */
export interface HyperRule {
  readonly steps: number;
  /** Steps over which the learning rate rises from near zero. */
  readonly warmupSteps: number;
  /** Steps after which the learning rate is divided by ten. */
  readonly decaySteps: readonly number[];
  /** Learning rate after the warm-up. */
  readonly lr: number;
  /** Parameter of mixup's beta distribution; 0: no mixup. */
  readonly mixup: number;
}

/** Number of training images up to which a task is small: no mixup, and frozen statistics of batch normalization. */
export const SMALL_TASK = 20_000;
/** Number of training images up to which a task is medium. */
const MEDIUM_TASK = 500_000;
/** Batch size, learning rate and steps that the rule was published for. */
const RULE_BATCH_SIZE = 512;
const RULE_LR = 0.003;
/** Share of the steps after which the learning rate falls, by the size of the task. */
const SMALL = { steps: 500, warmup: 0.2, decays: [0.4, 0.6, 0.8], mixup: 0 };
const MEDIUM = { steps: 10_000, warmup: 0.05, decays: [0.3, 0.6, 0.9], mixup: 0.1 };
const LARGE = { steps: 20_000, warmup: 0.025, decays: [0.3, 0.6, 0.9], mixup: 0.1 };
/** Passes over the images of a small task, and its fewest steps: see {@link hyperRule}. */
const SMALL_EPOCHS = 8;
const FEWEST_STEPS = 40;

/**
 * BiT-HyperRule (Kolesnikov et al. 2020, section 3.3; `bit_hyperrule.py`): the number of steps by the size of the task,
 * a linear warm-up, and a tenth of the learning rate after each of three milestones.
 *
 * The rule was published for 512 images a step. Scaled linearly to a smaller batch, it takes more and shorter steps: the
 * same number of images, with a learning rate of `0.003 · batchSize / 512`. For a small task that would be 256,000 images,
 * two thousand passes over 120. Since fine-tuning starts from the linear probe here, a small task takes 8 passes, at least
 * 40 steps and never more than the rule's 500; with so few steps, the learning rate stays 0.003 whatever the batch size.
 *
 * @param images - number of training images
 * @param options.batchSize - images per step
 * @param options.steps - another number of steps, with the same shape of the schedule
 */
export function hyperRule(
  images: number,
  options: { readonly batchSize: number; readonly steps?: number | undefined },
): HyperRule {
  const rule = images < SMALL_TASK ? SMALL : images < MEDIUM_TASK ? MEDIUM : LARGE;
  const { batchSize } = options;
  const steps = options.steps ?? stepsOf(rule, images, batchSize);
  const at = (share: number) => Math.round(share * steps);
  return {
    steps,
    warmupSteps: at(rule.warmup),
    decaySteps: [...new Set(rule.decays.map(at))].filter((step) => step > 0),
    lr: rule === SMALL ? RULE_LR : (RULE_LR * batchSize) / RULE_BATCH_SIZE,
    mixup: rule.mixup,
  };
}

function stepsOf(rule: typeof SMALL, images: number, batchSize: number): number {
  if (batchSize >= RULE_BATCH_SIZE) return rule.steps;
  if (rule !== SMALL) return Math.round((rule.steps * RULE_BATCH_SIZE) / batchSize);
  return Math.min(rule.steps, Math.max(FEWEST_STEPS, Math.ceil((SMALL_EPOCHS * images) / batchSize)));
}
