export {
  type Box,
  COLOUR_CHANGES,
  type ColourChange,
  type ColourChangeName,
  type Cut,
  type JpegCut,
  type ResizeFilter,
} from './cut.js';
export {
  type ByteRange,
  type EncodedImage,
  type Failure,
  type Image,
  JpegPool,
  type JpegPoolOptions,
} from './jpeg-pool.js';
export { IMAGE_LIMITS, shapeProblem, sizeProblem } from './limits.js';
export { JpegLoadError } from './native.js';
export { type Eighths, eighthsFor, type Size, scaledSize } from './scale.js';
