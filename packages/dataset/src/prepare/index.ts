export { type CheckedSample, checkSample } from './check-sample.js';
export type { DuplicatePair, NamedImage } from './duplicate-posts.js';
export { type PreparedTrainingSet, prepare } from './prepare.js';
export { PREPARE_DEFAULTS, type PrepareOptions } from './prepare-options.js';
export { type PrepareRecipe, prepareRecipeNames, readPrepareRecipe } from './recipe.js';
export { splitOf } from './split.js';
