// The package's entry point for settings without training: it does not load LibTorch.

export { exportModelOptionsSchema } from '../export/export-model-options.js';
export { transferOptionsSchema } from '../transfer/transfer-options.js';
export { exportOptionsSchema } from '../weights/export-options.js';
export { recipeSettingsSchema, type TrainingSettings, trainingSettingsSchema } from './config.js';
export { describeSettings, type SettingDescription } from './describe-settings.js';
export { trainJobSchema } from './job-fields.js';
export { readRecipe, recipeNames, type TrainingRecipe } from './recipes.js';
export { tagOptionsSchema } from './tag-fields.js';
