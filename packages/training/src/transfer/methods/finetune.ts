import type { Sample } from '@hashsight/formats';
import { type FitProgress, type Fitted, finetune, scratch } from '../../finetune/index.js';
import { logProbabilities, testLogits } from './logits.js';
import type { Method, MethodJob, MethodResult } from './method.js';

/** All weights of the pretrained network are trained further. */
export const finetuneMethod: Method = {
  name: 'finetune',
  title: 'fine-tuning',
  isPretrained: true,
  isSeededAtAll: true,
  hasClassifier: () => true,
  settingsOf: ({ finetuneSteps, layerDecay }) => ({ finetuneSteps, layerDecay }),
  run: async (job) => {
    using pretrained = await job.openModel();
    const { model } = pretrained;
    const { finetuneSteps: steps, layerDecay } = job.settings;
    const { architecture: modelName } = job;
    return resultOf(job, await finetune({ ...smallTask(job), model, modelName, steps, layerDecay }));
  },
};

/** The same network trained without pretraining. */
export const scratchMethod: Method = {
  name: 'scratch',
  title: 'scratch',
  isPretrained: false,
  isSeededAtAll: true,
  hasClassifier: () => true,
  settingsOf: ({ scratchSteps }) => ({ scratchSteps }),
  run: async (job) => {
    const { architecture: modelName, preprocessing } = job;
    const { scratchSteps: steps } = job.settings;
    return resultOf(job, await scratch({ ...smallTask(job), modelName, preprocessing, steps }));
  },
};

function smallTask({ kind, pool, fit, heldOut, numClasses, seed, device, signal, onProgress }: MethodJob) {
  const held = new Set(heldOut);
  const loss: 'softmax' | 'sigmoid' = kind === 'single' ? 'softmax' : 'sigmoid';
  return {
    ...{ train: fit.map((i) => pool[i] as Sample), numClasses, seed, signal },
    ...(held.size > 0 && { heldOut: [...fit.keys()].filter((i) => held.has(fit[i] as number)) }),
    settings: { device, loss },
    onProgress: ({ part, lr, step, steps }: FitProgress) =>
      onProgress?.({
        step: `${part === 'trial' ? 'trying' : 'training with'} a learning rate of ${Number(lr.toPrecision(2))}`,
        ...{ done: step, total: steps, unit: 'steps' },
      }),
  };
}

async function resultOf(
  job: MethodJob,
  { model, config, trials, chosen: trial, heldOut }: Fitted,
): Promise<MethodResult> {
  try {
    const steps = Math.round((config.epochs * job.fit.length) / config.batchSize);
    const logits = await testLogits(model, job);
    const chosen = { lr: config.lr, steps, batchSize: config.batchSize, trials: trials.length, heldOut };
    const held = trial && { logits: logProbabilities(trial.probabilities), labels: trial.labels };
    const result = { logits, chosen, ...(held !== undefined && { heldOut: held }) };
    if (job.wantsClassifier) return { ...result, classifier: { model, config } };
    model.dispose();
    return result;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
