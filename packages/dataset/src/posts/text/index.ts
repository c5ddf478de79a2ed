export { checkRows } from './check-rows.js';
export { type PreparedText, prepareText, REJECTED } from './prepare-text.js';
export { LINE_SIZE } from './record.js';
