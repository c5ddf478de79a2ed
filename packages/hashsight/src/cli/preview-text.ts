import type { FilePreview } from '@hashsight/dataset';
import { shownPlace, shownText } from '@hashsight/formats';

/** Maximum hashtags shown per post, Instagram's limit. */
const HASHTAGS = 30;

/** Counts the posts of a sample: how many would be used, and how many set aside. */
export function previewSum(previews: readonly FilePreview[]): string {
  const posts = previews.flatMap((preview) => preview.posts);
  const bad = posts.filter(({ post, problem }) => post === undefined || problem !== undefined).length;
  return `${posts.length} ${posts.length === 1 ? 'post' : 'posts'} read: ${posts.length - bad} usable, ${bad} set aside`;
}

/** Shows how a file would be read, one line per record. */
export function previewText({ name, columns, posts }: FilePreview): string {
  const lines = posts.map(({ origin, post, problem }) => {
    const place = shownPlace(origin);
    if (post === undefined || problem !== undefined) return `  ${place}  set aside: ${problem}`;
    const { id, image, hashtags } = post;
    const tags = hashtags.slice(0, HASHTAGS).map((hashtag) => `#${shownText(hashtag)}`);
    if (hashtags.length > HASHTAGS) tags.push(`and ${hashtags.length - HASHTAGS} more`);
    const names = id === image ? shownPlace(image) : `${shownPlace(id)}  ${shownPlace(image)}`;
    return `  ${place}  ${names}  ${tags.join(' ') || '(no hashtags)'}`;
  });
  return [columns === undefined ? name : `${name}: ${columns}`, ...lines].join('\n');
}
