import { UsageError } from '@hashsight/formats';

/**
 * Rule for the hashtags that become classes:
 *
 * - `all`: all hashtags;
 * - `wordnet`: hashtags that are nouns in WordNet (17k in the paper);
 * - `top`: the `size` most frequent of them (8.5k in the paper);
 * - `imagenet`: hashtags that mean one of the 1,000 synsets of ImageNet-1k (1.5k in the paper);
 * - `file`: the classes listed in a file, with their synonyms;
 * - `match`: hashtags that match the classes of another task, listed in a file or given by the subfolders of a folder.
 */
export type VocabularyRule =
  | { readonly kind: 'all' | 'wordnet' | 'imagenet' }
  | { readonly kind: 'top'; readonly size: number }
  | { readonly kind: 'file' | 'match'; readonly path: string };

/**
 * Parses the option `vocabulary`: `imagenet`, `wordnet`, `top:8500`, `all`, `file:classes.txt`, `match:pets/`.
 *
 * @throws UsageError for any other text
 */
export function parseVocabularyRule(text: string): VocabularyRule {
  if (text === 'all' || text === 'wordnet' || text === 'imagenet') return { kind: text };
  const [, kind, value = ''] = /^(top|file|match):(.+)$/s.exec(text) ?? [];
  if (kind === 'file' || kind === 'match') return { kind, path: value };
  const size = Number(value);
  if (kind === 'top' && /^\d+$/.test(value) && size > 0) return { kind, size };
  throw new UsageError(`expected imagenet, wordnet, top:N, all, file:PATH or match:PATH, got "${text}"`, {
    option: 'vocabulary',
  });
}
