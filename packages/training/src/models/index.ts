export { createModel, MODEL_NAMES, type ModelName, parseModelName } from './registry.js';
export { ResNet, type ResNetConfig } from './resnet.js';
export { type ModelSummary, modelSummaries, modelSummary } from './summary.js';
