export { DecodingProcesses } from './decode-apart.js';
export { decodePixels } from './decode-pixels.js';
export { DRAWING_DPI } from './drawing.js';
export { checkImageFile, readImageFile, WITHOUT_WAITING } from './image-file.js';
export { type ImageFormat, imageFormat, looksLikeImage } from './image-format.js';
export { isImageName, isRawName, isReadImageName, isUnknownName } from './image-names.js';
export type { Pixels } from './pixels.js';
export { type ImageProblem, UnusableImage } from './unusable-image.js';
export { walkImages } from './walk-images.js';
