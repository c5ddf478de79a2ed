export { hasSavedSince, type Position } from './checkpoint.js';
export type { TrainingConfig, TrainingSettings } from './config.js';
export { type EvaluateOptions, type Evaluation, evaluate, type PredictionLine } from './evaluate.js';
export type { TrainEvent } from './events.js';
export { findRuns } from './find-runs.js';
export { probabilitiesOf } from './loss.js';
export { baselineMetrics, type Metrics, metricsOf, type Scores, topClasses } from './metrics.js';
export { checkTraining, type TrainOptions } from './open-run.js';
export { isLaunched } from './ranks.js';
export { readRecipe, recipeNames, type TrainingRecipe } from './recipes.js';
export {
  checkSameData,
  type MetricsLine,
  openRunFolder,
  type ReadMetricsLine,
  type ReadTrainLine,
  type RunConfig,
  type RunFolder,
  readMetrics,
  type Validation,
  type ValidationLine,
} from './run-folder.js';
export { differingSettings, type RunSummary, summariseRun } from './run-summary.js';
export { loadModel } from './trained-model.js';
export { train } from './trainer.js';
export type { TrainResult } from './training-loop.js';
