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
  JpegPool,
  type JpegPoolOptions,
  type Picture,
  type Place,
} from './jpeg-pool.js';
export { PICTURE_LIMITS, shapeProblem, sizeProblem } from './limits.js';
export { JpegLoadError } from './native.js';
export { type Eighths, eighthsFor, type Size, scaledSize } from './scale.js';
