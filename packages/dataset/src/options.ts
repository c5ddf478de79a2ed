// The door for what is known of `prepare` without its work: loads neither DuckDB nor sharp.
export { POST_FIELDS } from './posts/post-columns.js';
export { type PrepareOptions, prepareFields, prepareOptionsSchema } from './prepare/prepare-options.js';
export { type PrepareRecipe, prepareRecipeNames, readPrepareRecipe } from './prepare/recipe.js';
