export { openTensorFile } from './open.js';
export * as safetensors from './safetensors.js';
export type { OpenOptions, StoredTensor, TensorFile, TensorFileFormat } from './tensor-file.js';
