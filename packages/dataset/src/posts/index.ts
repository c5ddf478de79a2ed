export {
  type DatasetSummary,
  type FetchOptions,
  POST_SOURCES,
  type PostSource,
  writeDataset,
} from '../datasets/index.js';
export {
  asideSql,
  type CollectedPosts,
  type CollectOptions,
  collectPosts,
  postsSql,
  type RowRange,
} from './collect-posts.js';
export { findPosts, type PostsFile } from './find-posts.js';
export { postsFingerprint } from './fingerprint.js';
export { checkPost, type Post } from './post.js';
export { POST_FIELDS, type PostColumns } from './post-columns.js';
export { fileAndRow } from './post-rows.js';
export { type FilePreview, type PreviewedPost, previewPosts } from './preview-posts.js';
export type { SetAside, SetAsideKind } from './set-aside.js';
