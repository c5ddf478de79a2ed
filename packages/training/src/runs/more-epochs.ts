import { UsageError } from '@hashsight/formats';
import { parseTrainingConfig, type TrainingConfig, type TrainingSettings } from '../settings/config.js';
import { epochsText, imageSizeAt, planOf } from '../settings/plan.js';
import { learningRateAt } from '../settings/schedule.js';
import type { RunFolder } from './run-folder.js';

/**
 * Changes a run's number of epochs on resume. Allowed if the completed steps would have had the same learning rates and
 * image sizes, so that the run ends with the same weights as one planned with that number from the start. This holds
 * for a constant learning rate, for cuts after given epochs, and during warmup. It does not hold for a cosine schedule
 * or evenly spaced halvings, which depend on the total.
 *
 * @param step - number of completed steps
 * @throws UsageError if the schedule does not allow it, or more epochs are already completed
 */
export function withEpochs(
  { path: folder, config }: RunFolder,
  asked: Pick<Partial<TrainingSettings>, 'epochs' | 'samples'>,
  step: number,
): TrainingConfig {
  const { training, data } = config;
  const epochs =
    asked.epochs ?? (asked.samples === undefined ? training.epochs : asked.samples / data.epochSize);
  if (epochs === training.epochs) return training;
  const longer = parseTrainingConfig({ ...training, epochs });
  const [before, after] = [training, longer].map((each) => ({
    ...each,
    ...planOf(each, data.epochSize),
  })) as [TrainingConfig & ReturnType<typeof planOf>, TrainingConfig & ReturnType<typeof planOf>];
  if (after.totalSteps < step) {
    throw new UsageError(
      `the run ${folder} has completed ${step} steps, but ${epochsText(epochs)} would have only ${after.totalSteps}; give more epochs`,
      { option: 'epochs' },
    );
  }
  for (let done = 0; done < step; done++) {
    if (
      learningRateAt(done, before) === learningRateAt(done, after) &&
      imageSizeAt(before, before, done) === imageSizeAt(after, after, done)
    ) {
      continue;
    }
    const cause =
      training.imageSizeStart === null ? `a ${training.schedule} schedule` : 'a progressive image size';
    const change = epochs > training.epochs ? 'extended' : 'shortened';
    throw new UsageError(
      `${cause} cannot be ${change}; the run was planned for ${epochsText(training.epochs)}; start a new run with \`initFrom: ${folder}\` and another \`out\``,
      { option: 'epochs' },
    );
  }
  return longer;
}
