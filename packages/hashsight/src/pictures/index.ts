export type { PictureProblem } from './decoding/index.js';
export { looksLikePicture } from './decoding/index.js';
export type { PictureSettings } from './describe-picture.js';
export {
  type Duplicate,
  type DuplicateKind,
  type DuplicateOptions,
  findDuplicates,
  type HashedPicture,
} from './duplicates.js';
export { isPictureName, isRawName, isReadPictureName, isUnknownName } from './picture-names.js';
export type { PictureSource } from './picture-source.js';
export {
  type KeyedPicture,
  openPictureStore,
  type PictureStore,
  type ProcessedPictures,
  type ProcessOptions,
} from './picture-store.js';
export { type WalkedPictures, walkPictures } from './walk-pictures.js';
