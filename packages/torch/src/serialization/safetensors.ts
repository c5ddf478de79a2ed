export type { TensorInfo } from './format.js';
export { loadFile, SafetensorsFile, safeOpen } from './read.js';
export { saveFile } from './write.js';
