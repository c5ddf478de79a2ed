export { decodePixels } from './decode-pixels.js';
export { DRAWING_DPI } from './drawing.js';
export { checkPictureFile, readPictureFile, WITHOUT_WAITING } from './picture-file.js';
export { looksLikePicture, type PictureFormat, pictureFormat } from './picture-format.js';
export type { Pixels } from './pixels.js';
export { type PictureProblem, UnusablePicture } from './unusable-picture.js';
