export {
  DATASET_FILE,
  type DatasetDescription,
  datasetDescriptionSchema,
  type License,
  licenseOf,
  licenseSchema,
} from './dataset/dataset-description.js';
export {
  INDEX_FILES,
  type IndexedImage,
  type IndexFile,
  indexedImageSchema,
  indexFileSchema,
} from './embedding-index/index-file.js';
export {
  HashsightError,
  InputError,
  SourceError,
  StartError,
  StoppedError,
  TrainingError,
  UsageError,
} from './errors.js';
export { type JsonLinesOptions, parseJsonLines } from './files/json-lines.js';
export { onGround } from './image/ground.js';
export {
  FORMAT_NAMES,
  type ImageFormat,
  isDrawing,
  looksLikeImage,
  recognizeImage,
  SVG_ROOT,
} from './image/image-kind.js';
export { inOrder } from './in-order.js';
export { modelConfigSchema, preprocessorConfigSchema } from './model-folder/front-end-files.js';
export {
  type LabelsFile,
  labelsFileSchema,
  MAX_RELATED,
  type ModelLabel,
} from './model-folder/labels-file.js';
export { MODEL_FILES } from './model-folder/model-files.js';
export { MAX_CURVE_POINTS, type RunFile, runFileSchema } from './model-folder/run-file.js';
export { allowedValues } from './options/allowed-values.js';
export { describeOption, type OptionDescription, type OptionTexts } from './options/describe-option.js';
export {
  innerSchema,
  optionSchema,
  type WithDefaults,
  type WithoutDefaults,
  withDefaults,
  withoutDefaults,
} from './options/option-schema.js';
export { parseOptions } from './options/parse-options.js';
export type { OnProgress, ProgressEvent } from './progress.js';
export { Random, STREAMS } from './random.js';
export { type Correction, correctionSchema, type Suggestion, suggestionSchema } from './run/corrections.js';
export {
  type DuplicateLine,
  duplicateLineSchema,
  duplicatesFile,
  type ReviewMarks,
  reviewMarksSchema,
} from './run/duplicates.js';
export {
  type Evaluation,
  type EvaluationDuplicates,
  evaluationFile,
  evaluationSchema,
  type Metrics,
} from './run/evaluation.js';
export {
  METRICS_FILE,
  type MetricsLine,
  metricsLineSchema,
  type TrainLine,
  type Validation,
  type ValidationLine,
} from './run/metrics-lines.js';
export { type PredictionLine, predictionLineSchema, predictionsFile } from './run/prediction-lines.js';
export {
  type TagReport,
  type TagThreshold,
  THRESHOLDS_FILE,
  type Thresholds,
  tagReportFile,
  tagReportSchema,
  thresholdsSchema,
} from './run/thresholds.js';
export {
  type TaskResults,
  TRANSFER_FILE,
  type TransferDifference,
  type TransferEntry,
  type TransferForecast,
  type TransferInterval,
  type TransferPoint,
  type TransferResults,
  transferResultsSchema,
} from './run/transfer-results.js';
export { type TransferSummary, transferSummarySchema } from './run/transfer-summary.js';
export { shownNames, shownNumber, shownPlace, shownText, shownValue } from './shown.js';
export type { ImageSource } from './training-set/image-source.js';
export { type ManifestRow, readManifest } from './training-set/manifest.js';
export {
  type HeldOutSplit,
  MANIFEST_FILE,
  PREPARATION_FILE,
  PREPARATION_VERSION,
  type Preparation,
  preparationSchema,
  SET_ASIDE_FILE,
  SPLITS,
  type SplitName,
  VOCABULARY_FILE,
} from './training-set/preparation.js';
export {
  DUPLICATE_RULES,
  prepareSettings,
  SENSE_RULES,
  type SenseRule,
} from './training-set/prepare-settings.js';
export {
  evenShare,
  replicationFactorOf,
  replicationFactors,
  SAMPLING_RULES,
  type SamplingRule,
  samplingEffect,
  samplingText,
} from './training-set/sampling.js';
export { type Sample, sampleText, type TrainingSet } from './training-set/training-set.js';
export { unmeasuredText } from './training-set/unmeasured.js';
export {
  type DroppedKind,
  droppedKinds,
  KINDS_OF_REASONS,
  reasonDetail,
} from './vocabulary/dropped-kinds.js';
export {
  type Vocabulary,
  type VocabularyClass,
  vocabularySchema,
  vocabularyText,
} from './vocabulary/vocabulary.js';
