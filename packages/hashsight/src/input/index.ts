export { type Batch, batches } from './batches.js';
export { decodePicture, type Picture } from './decode.js';
export type { Unreadable } from './decode-worker.js';
export { DecodeWorkers, type DecodeWorkersOptions, startDecodeWorkers } from './decode-workers.js';
export { type InputConfig, inputConfigSchema } from './input-config.js';
export { normalise, type Placement } from './normalise.js';
export { epochOrder, epochSize } from './order.js';
export { PictureReader } from './picture-reader.js';
export { sampleBytes, type Transform, writeSample } from './transform.js';
