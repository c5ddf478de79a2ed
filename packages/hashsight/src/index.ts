export { HashsightError, InputError, SourceError, UsageError } from './errors.js';
export {
  createModel,
  MODEL_NAMES,
  type ModelName,
  type ModelSummary,
  modelSummaries,
  modelSummary,
  parseModelName,
  ResNet,
} from './models/index.js';
export { type Prediction, Predictor } from './serving/index.js';
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type Metrics,
  type MetricsLine,
  type PredictionLine,
  readMetrics,
  type TrainEvent,
  type TrainingConfig,
  type TrainingSettings,
  type TrainOptions,
  type TrainResult,
  train,
} from './training/index.js';
