export { type CleanOptions, type CleanResult, clean } from './cleaning/clean.js';
export { isLaunched } from './distributed/ranks.js';
export {
  type SearchDuplicatesOptions,
  type SearchedDuplicates,
  searchDuplicates,
} from './duplicates/search-duplicates.js';
export { type EvaluateOptions, evaluate } from './evaluation/evaluate.js';
export type { TrainEvent } from './events.js';
export { type ExportedModel, type ExportModelOptions, exportModel } from './export/export-model.js';
export {
  type ExtractFeaturesOptions,
  extractFeatures,
  type Features,
  type FrozenModel,
  featuresFolder,
  featuresKey,
  inferFeatures,
} from './features/extract-features.js';
export {
  type FinetuneOptions,
  type FitProgress,
  type Fitted,
  finetune,
  type ScratchOptions,
  scratch,
  type Trial,
} from './finetune/index.js';
export { MODEL_NAMES, type ModelName, parseModelName } from './models/architectures.js';
export type { ImageModel, Segment } from './models/image-model.js';
export type { Preprocessing } from './models/preprocessing.js';
export { createModel } from './models/registry.js';
export { RegNet } from './models/regnet.js';
export { ResNet } from './models/resnet.js';
export { type ModelSummary, modelSummaries, modelSummary } from './models/summary.js';
export {
  type ImageAnswer,
  type Prediction,
  Predictor,
  type PredictorOptions,
  type PredictorSource,
} from './prediction/predictor.js';
export { type RunReportOptions, writeRunReport } from './report/run-report.js';
export { hasSavedSince } from './runs/checkpoint.js';
export { findRuns } from './runs/find-runs.js';
export { initializeFrom, matchClasses, openOrigin } from './runs/init-from.js';
export { readMetrics } from './runs/metrics-file.js';
export { checkTraining } from './runs/open-run.js';
export { START } from './runs/position.js';
export { isRunFolder } from './runs/run-folder.js';
export { differingSettings, type RunSummary, summarizeRun } from './runs/run-summary.js';
export type { TrainOptions } from './runs/train-options.js';
export {
  resolveTrainingConfig,
  storedTrainingConfigSchema,
  type TrainingConfig,
  type TrainingSettings,
} from './settings/config.js';
export { hasFastBfloat16 } from './settings/fast-bfloat16.js';
export { epochsText } from './settings/plan.js';
export { readTagReport, readThresholds, tagReportText } from './thresholds/index.js';
export { train } from './trainer.js';
export type { OpenedSet } from './training-data/labelled-set.js';
export { openTrainingSet } from './training-data/open-training-set.js';
export type { TrainResult } from './training-loop.js';
export {
  type ClassCurve,
  type ClassForecast,
  type Forecast,
  type ForecastOptions,
  forecastLabels,
  forecastText,
} from './transfer/forecast.js';
export { resultsText } from './transfer/results-text.js';
export { transfer } from './transfer/transfer.js';
export type { MethodName, Shots, TransferOptions } from './transfer/transfer-options.js';
export {
  type DescribedModel,
  type DescribedTensor,
  describeWeights,
  type ExportedWeights,
  type ExportOptions,
  exportWeights,
  type FromWeightsOptions,
  type LoadModelSourceOptions,
  type LoadReport,
  loadModelSource,
  type ModelSource,
  matchWeights,
  modelFromWeights,
  type OpenedWeights,
  openWeights,
  type SourcedModel,
  type WeightsDescription,
  weightsOfRun,
} from './weights/index.js';
