import { UsageError } from '@hashsight/formats';
import { parseTrainingConfig, type TrainingConfig, type TrainingSettings } from '../settings/config.js';
import { imageSizeAt, planOf } from '../settings/plan.js';
import { learningRateAt } from '../settings/schedule.js';
import type { RunFolder } from './run-folder.js';

/**
 * A run's settings with another number of epochs to go to. They may be more or fewer as long as the steps that are done
 * would have had the same learning rates and image sizes: then the run ends with the weights of one that was to have so
 * many from the beginning. That is so for a constant learning rate, for cuts after given epochs, and within the warm-up; a
 * cosine, and halvings at equal distances, are drawn over all epochs.
 *
 * @param step - steps that are done
 * @throws UsageError when it is not so, or more epochs are done already
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
      `expected at least what the run ${folder} has done, ${step} steps, got ${epochs} epochs, which are ${after.totalSteps}; give more`,
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
    const drawn =
      training.imageSizeStart === null ? `the schedule ${training.schedule}` : 'the growing of the images';
    throw new UsageError(
      `${drawn} of ${folder} is drawn over its ${training.epochs} epochs, so with ${epochs} the ${step} steps that are done would have been others; begin a new run with its weights: \`initFrom: ${folder}\` with another \`out\``,
      { option: 'epochs' },
    );
  }
  return longer;
}
