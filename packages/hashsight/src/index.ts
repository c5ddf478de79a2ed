export {
  type Preparation,
  type PreparedTrainingSet,
  type PrepareOptions,
  prepare,
  readPreparation,
  readTrainingSet,
  type Sample,
  type TrainingSet,
} from './dataset/index.js';
export {
  HashsightError,
  InputError,
  SourceError,
  StoppedError,
  TrainingError,
  UsageError,
} from './errors.js';
export { normaliseHashtag, readVocabulary, type Vocabulary, type VocabularyClass } from './hashtags/index.js';
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
export {
  type DatasetSummary,
  POST_SOURCES,
  type Post,
  type PostSource,
  writeDataset,
} from './posts/index.js';
export type { OnProgress, ProgressEvent } from './progress.js';
export { type RunReportOptions, writePreparationReport, writeRunReport } from './reports/index.js';
export { type Prediction, Predictor, type PredictorOptions } from './serving/index.js';
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
