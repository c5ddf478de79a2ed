export { PREPARE_DEFAULTS, type PreparedTrainingSet, type PrepareOptions, prepare } from './prepare.js';
export { type SplitName, splitOf } from './split.js';
export {
  type Preparation,
  preparationSchema,
  readPreparation,
  readTrainingSet,
  type Sample,
  type TrainingSet,
  type TrainingSetNotes,
  writeTrainingSet,
} from './training-set.js';
