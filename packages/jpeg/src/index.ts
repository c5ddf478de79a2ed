export {
  type Box,
  COLOUR_CHANGES,
  type ColourChange,
  type ColourChangeName,
  type Cut,
  type JpegCut,
} from './cut.js';
export {
  type Failure,
  type FilePlace,
  type Image,
  JpegPool,
  type JpegPoolOptions,
  type Place,
} from './jpeg-pool.js';
export { IMAGE_LIMITS, shapeProblem, sizeProblem } from './limits.js';
export { JpegLoadError } from './native.js';
export { type Eighths, eighthsFor, type Size, scaledSize } from './scale.js';
