export { type FinetuneOptions, finetune } from './finetune.js';
export { type ScratchOptions, scratch } from './scratch.js';
export type { FitProgress, Fitted, Trial } from './search.js';
