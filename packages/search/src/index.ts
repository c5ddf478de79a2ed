export {
  type EmbeddedImage,
  EmbeddingIndex,
  type IndexedModel,
  type Match,
  type SearchOptions,
} from './embedding-index.js';
export { hashtagVector } from './hashtag-vector.js';
export { modelDigest } from './model-digest.js';
