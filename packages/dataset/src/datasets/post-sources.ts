import { emoji } from './emoji.js';
import { openclipart } from './openclipart.js';
import type { PostSource } from './source.js';

/** The data sets that can be downloaded by name. */
export const POST_SOURCES: readonly PostSource[] = [openclipart, emoji];
