export {
  type DescribedModel,
  type DescribedTensor,
  describeWeights,
  type WeightsDescription,
} from './describe-weights.js';
export { type ExportedWeights, type ExportOptions, exportWeights, weightsOfRun } from './export-weights.js';
export { type LoadReport, matchWeights } from './match-weights.js';
export { type FromWeightsOptions, modelFromWeights } from './model-from-weights.js';
export {
  type LoadModelSourceOptions,
  loadModelSource,
  type ModelSource,
  type SourcedModel,
} from './model-source.js';
export { type OpenedWeights, openWeights } from './open-weights.js';
