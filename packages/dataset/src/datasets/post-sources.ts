import { emoji } from './emoji.js';
import { fluentEmoji3d } from './fluent-emoji-3d.js';
import { openclipart } from './openclipart.js';
import { openmoji } from './openmoji.js';
import { solarCells } from './solar-cells.js';
import type { PostSource } from './source.js';

/** The data sets that can be downloaded by name. */
export const POST_SOURCES: readonly PostSource[] = [openclipart, emoji, openmoji, fluentEmoji3d, solarCells];
