import { UsageError } from '@hashsight/formats';

/**
 * Which hashtags become classes:
 *
 * - `all`: all;
 * - `wordnet`: those that are nouns of WordNet (the paper's 17k);
 * - `top`: of these the `size` most frequent (the paper's 8.5k);
 * - `imagenet`: those that mean one of the 1,000 synsets of ImageNet-1k (the paper's 1.5k);
 * - `file`: the classes of a file, with their synonyms;
 * - `match`: those that fit the classes of another task, listed in a file or the subfolders of a folder.
 */
export type VocabularyRule =
  | { readonly kind: 'all' | 'wordnet' | 'imagenet' }
  | { readonly kind: 'top'; readonly size: number }
  | { readonly kind: 'file' | 'match'; readonly path: string };

/**
 * Reads the option `vocabulary`: `imagenet`, `wordnet`, `top:8500`, `all`, `file:classes.txt`, `match:pets/`.
 *
 * @throws UsageError when it is none of these
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
