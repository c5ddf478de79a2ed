import type { Sample } from '@hashsight/formats';
import { manualSeed, nn } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import { createModel } from '../models/registry.js';
import type { ResolvableSettings } from '../settings/config.js';
import { hyperRule, SMALL_TASK } from './hyper-rule.js';
import { layerDecayGroups } from './layer-decay.js';
import { featuresOf, type SampleFeatures, setProbeHead } from './probe-head.js';
import { bestWithinError, type Candidate, type Fitted, type SmallTask, searchAndFit } from './search.js';
import { batchSizeFor, smallTaskConfig } from './small-task-config.js';

/** Options of {@link finetune}. */
export interface FinetuneOptions extends SmallTask {
  /** The pretrained model; its head may have any classes. It is not changed. */
  readonly model: ImageModel;
  /** Its architecture. */
  readonly modelName: ModelName;
  /** Steps of the final fit; default: {@link hyperRule}'s. */
  readonly steps?: number | undefined;
  /** Learning rate after the warm-up; default: the best of {@link lrFactors} times {@link hyperRule}'s. */
  readonly lr?: number | undefined;
  /** Factors of the rule's learning rate to choose from; default 0.3, 1, 3; the second is taken without a choice. */
  readonly lrFactors?: readonly number[] | undefined;
  /**
   * The new head: `probe`, the linear probe of the features, which fine-tuning goes on from (Kumar et al. 2022), or
   * `zeros` (Kolesnikov et al. 2020); default `probe`.
   */
  readonly head?: 'probe' | 'zeros' | undefined;
  /** Factor of the learning rate of the new head; default 1. */
  readonly headLrScale?: number | undefined;
  /** Layer-wise learning-rate decay, as in timm; default 1: none. */
  readonly layerDecay?: number | undefined;
  readonly minScale?: number | undefined;
  readonly noOptScale?: number | undefined;
  /** Keep the running statistics of batch normalization; default: below 20,000 images. */
  readonly freezeNorm?: boolean | undefined;
  /** Other settings of the training, such as `batchSize`, `weightDecay`, `augmentation`, `device`. */
  readonly settings?: Partial<ResolvableSettings> | undefined;
}

/**
 * Fine-tunes a pretrained model on a labelled set by {@link hyperRule}: the new head starts as the linear probe, the
 * learning rate is chosen on a fifth of the images, and the final fit is on all of them. Deterministic by seed, given the same number of threads.
 *
 * @throws InputError, TrainingError, StoppedError as {@link searchAndFit}
 */
export function finetune(options: FinetuneOptions): Promise<Fitted> {
  const { model: pretrained, modelName, train, numClasses, settings = {} } = options;
  const { preprocessing } = pretrained;
  const { batchSize = batchSizeFor(train.length) } = settings;
  const rule = hyperRule(train.length, { batchSize, steps: options.steps });
  const { lrFactors = [1, 3, 0.3], headLrScale = 1, layerDecay = 1 } = options;
  const rates = options.lr === undefined ? lrFactors.map((factor) => factor * rule.lr) : [options.lr];
  const candidates = rates.map((lr) => ({ lr, steps: rule.steps }));
  const configOf = ({ lr }: Pick<Candidate, 'lr'>, images: number) =>
    smallTaskConfig(options, images, rule, {
      ...{ model: modelName, weightDecay: 0, ...settings, batchSize, lr },
      ...{ schedule: 'step', decayRate: 0.1 },
      preprocessing,
    });
  let probed: { readonly features: SampleFeatures; readonly samples: readonly Sample[] } | undefined;
  return searchAndFit(
    options,
    {
      name: 'fine-tuning',
      prepare: async (workers, samples) => {
        if (options.head === 'zeros') return;
        probed = { samples, features: await featuresOf(pretrained, workers, samples.length) };
      },
      initialModel: (images) => {
        const model = withNewHead(pretrained, modelName, numClasses, options.seed);
        if (probed === undefined) return model;
        const { loss, seed } = configOf({ lr: rule.lr }, images);
        setProbeHead(model, probed.features, {
          ...{ train: probed.samples, kept: images, numClasses, loss, seed },
        });
        return model;
      },
      configOf,
      groupsOf: (model) => {
        const { weightDecay = 0 } = settings;
        const { minScale = 0, noOptScale = 0 } = options;
        const groups = layerDecayGroups(model, { layerDecay, minScale, noOptScale, weightDecay });
        const head = Math.max(...groups.map(({ layer }) => layer));
        return groups.map((group) =>
          group.layer === head ? { ...group, lrScale: group.lrScale * headLrScale } : group,
        );
      },
      choose: bestWithinError,
      mixup: rule.mixup,
      isNormFrozen: options.freezeNorm ?? train.length < SMALL_TASK,
    },
    (trials) => candidates[trials.length],
  );
}

/** A copy of a model with a head of zeros for other classes. */
function withNewHead(
  pretrained: ImageModel,
  modelName: ModelName,
  numClasses: number,
  seed: number,
): ImageModel {
  manualSeed(seed);
  const model = createModel(modelName, { numClasses, preprocessing: pretrained.preprocessing });
  const trunk = [...pretrained.stateDict()].filter(([name]) => !name.startsWith(`${pretrained.headName}.`));
  model.loadStateDict(new Map(trunk), { strict: false });
  nn.init.constant_(model.head.weight, 0);
  if (model.head.bias !== null) nn.init.constant_(model.head.bias, 0);
  return model;
}
