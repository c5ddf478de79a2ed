import { withDevice } from '@hashsight/torch';
import { InputError } from '../../errors.js';
import { createModel, type ResNet } from '../../models/index.js';
import { type Checkpoint, loadWeights, newestCheckpoint, openCheckpoint } from '../run/checkpoint.js';
import { checkpointsOf, type RunFolder } from '../run/run-folder.js';

/**
 * The model of a run with the weights of a checkpoint, ready to answer. The caller disposes of it.
 *
 * @param options.checkpoint - a checkpoint's folder; default: the newest complete one
 * @throws InputError when there is no checkpoint that is complete
 */
export async function loadModel(
  run: RunFolder,
  options: { readonly checkpoint?: string; readonly onNote?: (text: string) => void },
): Promise<{ model: ResNet; checkpoint: Checkpoint }> {
  const checkpoint =
    options.checkpoint !== undefined
      ? await openCheckpoint(options.checkpoint)
      : await newestOf(run, options.onNote);
  const { model: name, device, memoryFormat } = run.config.training;
  const model = withDevice(device, () => createModel(name, { numClasses: run.vocabulary.classes.length }));
  try {
    loadWeights(checkpoint, model);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return { model: model.to({ memoryFormat }).eval(), checkpoint };
}

async function newestOf(run: RunFolder, onNote?: (text: string) => void): Promise<Checkpoint> {
  const broken: string[] = [];
  const checkpoint = await newestCheckpoint(checkpointsOf(run.path), (reason) => broken.push(reason));
  if (checkpoint === undefined) {
    const got = broken[0] ?? `${run.path}: expected a checkpoint, got none; train it to the end of an epoch`;
    throw new InputError(got);
  }
  for (const reason of broken) onNote?.(`${reason}; an older one is taken`);
  return checkpoint;
}
