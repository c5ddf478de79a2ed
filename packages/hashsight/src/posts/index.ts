export { type CheckedPost, checkPost, type Post, postSchema } from './post.js';
export { readPosts } from './read-posts.js';
export { type OnSetAside, type SetAside, type SetAsideKind, setAsideMessage } from './set-aside.js';
export {
  type DatasetSummary,
  type FetchOptions,
  POST_SOURCES,
  type PostSource,
  writeDataset,
} from './sources/index.js';
