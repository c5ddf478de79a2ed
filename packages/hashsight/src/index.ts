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
