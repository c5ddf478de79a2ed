import type { FilePreview } from '../posts/index.js';

/** What would be read of a file, a line a record. */
export function previewText({ name, columns, posts }: FilePreview): string {
  const lines = posts.map(({ origin, post, problem }) => {
    if (post === undefined || problem !== undefined) return `  ${origin}  set aside: ${problem}`;
    const { id, image, hashtags } = post;
    const tags = hashtags.length === 0 ? '(no hashtags)' : hashtags.map((hashtag) => `#${hashtag}`).join(' ');
    return `  ${origin}  ${id === image ? image : `${id}  ${image}`}  ${tags}`;
  });
  return [columns === undefined ? name : `${name}: ${columns}`, ...lines].join('\n');
}
