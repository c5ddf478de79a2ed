export type { PictureProblem } from './decoding/index.js';
export type { PictureSettings } from './describe-picture.js';
export {
  type Duplicate,
  type DuplicateKind,
  type DuplicateOptions,
  findDuplicates,
  type HashedPicture,
} from './duplicates.js';
export { PICTURE_NAME } from './picture-names.js';
export type { PictureSource } from './picture-source.js';
export {
  type KeyedPicture,
  openPictureStore,
  type PictureStore,
  type ProcessedPictures,
  type ProcessOptions,
} from './picture-store.js';
