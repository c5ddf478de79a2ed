export { type CheckedSample, checkSample } from './check-sample.js';
export type { DuplicatePair, NamedPicture } from './duplicate-posts.js';
export {
  isVocabularyEdited,
  MANIFEST_FILE,
  type Preparation,
  preparationSchema,
  readPreparation,
} from './preparation.js';
export { type PreparedTrainingSet, prepare } from './prepare.js';
export { DUPLICATE_RULES, PREPARE_DEFAULTS, type PrepareOptions, SPLIT_RULES } from './prepare-options.js';
export { type PrepareRecipe, prepareRecipeNames, readPrepareRecipe } from './recipe.js';
export {
  replicationFactorOf,
  replicationFactors,
  SAMPLING_RULES,
  type SamplingRule,
  samplingEffect,
  samplingText,
} from './sampling.js';
export { type SplitName, splitOf } from './split.js';
export { readTrainingSet, type Sample, sampleText, type TrainingSet } from './training-set.js';
export { unmeasuredClasses, unmeasuredText } from './unmeasured.js';
