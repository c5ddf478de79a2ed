export type { CandidateSense } from './candidate-senses.js';
export { bestSense, isAmbiguous, sensesFollowed } from './choose-sense.js';
export { type ContextHashtag, contextOf } from './context.js';
export { namesVisible } from './visible.js';
