import type { Vocabulary } from './vocabulary.js';

/** Dropped hashtags that have one kind of reason, the commonest first. */
export interface DroppedKind {
  readonly kind: string;
  readonly hashtags: Vocabulary['dropped'];
}

const DETAIL = / \((.*)\)$/s;

/** The dropped hashtags by the kind of their reason, the kind of the commonest first. */
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

/** What stands in brackets behind the kind of a reason: a category, the figures that speak against a hashtag. */
export function reasonDetail(reason: string): string {
  return DETAIL.exec(reason)?.[1] ?? '';
}

/** What the kinds of reasons mean, for people. */
export const KINDS_OF_REASONS: Readonly<Record<string, string>> = {
  generic:
    'On the reviewed list of hashtags that tell of posting, platforms and programs, not of what is seen.',
  noise:
    'Of a form that no word has: addresses, missing values as programs write them, colour codes, bargains for followers.',
  'goes with everything':
    'Stands beside all other hashtags alike, so it says nothing; beside it how much it does say.',
  'one user': 'More than half of its posts are by one user.',
  'one burst': 'More than half of its posts are of one day.',
  rare: 'Too few posts carry it, or the class that it would be in, or their images are too few when each counts once.',
  'fits no target class': 'Means none of the classes of the task, nor a kind of one.',
  'in no class': 'In none of the classes of the file.',
  'not in WordNet': 'No noun of WordNet, or more often an adjective; the vocabulary takes only nouns.',
  'not in ImageNet-1k': 'Means none of the 1,000 classes of ImageNet.',
};
