import type { Vocabulary } from './vocabulary.js';

/** Dropped hashtags with the same kind of reason, the most frequent first. */
export interface DroppedKind {
  readonly kind: string;
  readonly hashtags: Vocabulary['dropped'];
}

const DETAIL = / \((.*)\)$/s;

/** Groups the dropped hashtags by the kind of their reason, in the order of each kind's most frequent hashtag. */
export function droppedKinds({ dropped }: Vocabulary): readonly DroppedKind[] {
  const kinds = new Map<string, Vocabulary['dropped']>();
  for (const entry of dropped) {
    const kind = entry.reason.replace(DETAIL, '');
    const own = kinds.get(kind);
    if (own === undefined) kinds.set(kind, [entry]);
    else own.push(entry);
  }
  return [...kinds].map(([kind, hashtags]) => ({ kind, hashtags }));
}

/** The detail of a reason, in parentheses after its kind: a category or a count. */
export function reasonDetail(reason: string): string {
  return DETAIL.exec(reason)?.[1] ?? '';
}

/** Explanations of the kinds of reasons. */
export const KINDS_OF_REASONS: Readonly<Record<string, string>> = {
  generic:
    'In the reviewed list of hashtags about posting, platforms and software, which say nothing about the content of an image.',
  noise: 'Not a word: web addresses, missing values, color codes, exchanges of follows or likes.',
  'goes with everything':
    'Used equally with all other hashtags, so it is uninformative; its information in bits is shown.',
  'one user': 'More than half of its posts are by one user.',
  'one burst': 'More than half of its posts are from one day.',
  rare: 'Too few posts have it or its class, or too few distinct images do.',
  'fits no target class': 'Means no class of the task, nor a kind of one.',
  'in no class': 'In no class of the file.',
  'not in WordNet': 'Not a noun in WordNet, or more often an adjective; this vocabulary contains only nouns.',
  'not in ImageNet-1k': 'Means none of the 1,000 classes of ImageNet.',
};
