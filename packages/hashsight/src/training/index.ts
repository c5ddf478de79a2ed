export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type PredictionLine,
} from './evaluation/evaluate.js';
export { baselineMetrics, type Metrics, metricsOf, type Scores, topClasses } from './evaluation/metrics.js';
export { loadModel, type ModelPlan } from './evaluation/trained-model.js';
export type { TrainEvent } from './events.js';
export { probabilitiesOf } from './learner/loss.js';
export { isLaunched } from './ranks/ranks.js';
export { hasSavedSince } from './run/checkpoint.js';
export { type ChosenCheckpoint, chooseCheckpoint } from './run/choose-checkpoint.js';
export { findRuns } from './run/find-runs.js';
export {
  type MetricsLine,
  readMetrics,
  type TrainLine,
  type Validation,
  type ValidationLine,
} from './run/metrics-file.js';
export { checkTraining } from './run/open-run.js';
export type { Position } from './run/position.js';
export {
  checkSameData,
  isRunFolder,
  openRunFolder,
  type RunConfig,
  type RunFolder,
} from './run/run-folder.js';
export { differingSettings, type RunSummary, summariseRun } from './run/run-summary.js';
export type { TrainOptions } from './run/train-options.js';
export type { TrainingConfig, TrainingSettings } from './settings/config.js';
export { describeSettings, type SettingDescription } from './settings/describe-settings.js';
export { answeringDevice } from './settings/device.js';
export { readRecipe, recipeNames, type TrainingRecipe } from './settings/recipes.js';
export { train } from './trainer.js';
export type { TrainResult } from './training-loop.js';
