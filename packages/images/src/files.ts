// What finds images without decoding them, for programs that must do without libjpeg-turbo.
export { type FindImagesOptions, findImages } from './find-images.js';
