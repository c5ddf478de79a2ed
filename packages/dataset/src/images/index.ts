export type { ImageSettings } from './describe-image.js';
export {
  type Duplicate,
  type DuplicateKind,
  type DuplicateOptions,
  findDuplicates,
  type HashedImage,
} from './duplicates.js';
export { isImageName, isRawName, isReadImageName, isUnknownName } from './image-names.js';
export {
  type ImageStore,
  type KeyedImage,
  openImageStore,
  type ProcessedImages,
  type ProcessOptions,
} from './image-store.js';
export { type WalkedImages, walkImages } from './walk-images.js';
