// The door for what is known of a training without its work: does not load LibTorch.
export { recipeSettingsSchema, type TrainingSettings, trainingSettingsSchema } from './config.js';
export { describeSettings, type SettingDescription } from './describe-settings.js';
export { trainJobSchema } from './job-fields.js';
export { readRecipe, recipeNames } from './recipes.js';
