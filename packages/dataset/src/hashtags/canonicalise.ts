import type { SenseRule } from '@hashsight/formats';
import type { HashtagCounts } from './hashtag-counts.js';
import type { CandidateSense } from './senses/candidate-senses.js';
import { sensesFollowed } from './senses/choose-sense.js';
import { contextOf } from './senses/context.js';
import { nounForm, singularsOf } from './wordnet/noun-forms.js';
import { nounSpelling } from './wordnet/noun-spelling.js';
import type { WordNet } from './wordnet/wordnet.js';

/** A group of hashtags with the same meaning. */
export interface CanonicalClass {
  /** The canonical hashtag: the most frequent of those whose first sense is this one. */
  readonly name: string;
  /** All hashtags of the class, the most frequent first. */
  readonly hashtags: readonly string[];
  /** WordNet 3.0 ids, such as `n02132136`; empty for adjectives and for hashtags that WordNet does not contain. */
  readonly synsets: readonly string[];
}

/**
 * Merges hashtags that share a noun synset into one class, as in the paper (`#brownbear` and `#ursusarctos`; Mahajan et
 * al. 2018, section 2.1). Forms of one noun (`#cat`, `#cats`) share their senses. A hashtag that WordNet does not
 * contain is a class of its own, and so is, under `best`, a hashtag that is more likely an adjective (`#old`).
 *
 * **No chains.** A class contains the hashtags of one synset, so classes are not merged transitively: `#movie` and
 * `#photo` stay apart although `#picture` can mean both. Under `first` and `best`, a hashtag has one sense and belongs
 * to one class. Under `all`, it belongs to one class per sense. Senses with exactly the same hashtags in the data
 * cannot be told apart, so they form one class with several ids.
 *
 * @returns classes sorted by the count of their most frequent hashtag, then by name; each hashtag of `counts` is in at
 *   least one
 */
export function canonicaliseHashtags(
  wordnet: WordNet,
  counts: HashtagCounts,
  rule: SenseRule,
): readonly CanonicalClass[] {
  const byUse = [...counts.counts].sort(byCountThenName).map(([hashtag]) => hashtag);
  const withoutSense: (readonly string[])[] = [];
  const hashtagsOf = new Map<string, string[]>();
  const firstSenseOf = new Map<string, string>();
  for (const { hashtags, senses } of sensesOfNouns(wordnet, counts, byUse, rule)) {
    if (senses.length === 0 && hashtags.length > 0) withoutSense.push(hashtags);
    for (const { synset } of senses) {
      for (const hashtag of hashtags) {
        push(hashtagsOf, synset, hashtag);
        if (!firstSenseOf.has(hashtag)) firstSenseOf.set(hashtag, synset);
      }
    }
  }
  const rankOf = new Map(byUse.map((hashtag, rank) => [hashtag, rank]));
  const rank = (hashtag: string) => rankOf.get(hashtag) ?? 0;
  const known = withSameHashtags(hashtagsOf, (a, b) => rank(a) - rank(b)).map(({ hashtags, synsets }) => {
    const named = hashtags.find((hashtag) => synsets.includes(firstSenseOf.get(hashtag) ?? ''));
    // The first sense of no hashtag: the bare hashtag already names another class.
    return { name: named ?? `${hashtags[0]} (${synsets[0]})`, hashtags, synsets };
  });
  const alone = withoutSense.map((hashtags) => ({ name: hashtags[0] ?? '', hashtags, synsets: NO_SYNSETS }));
  return [...known, ...alone].sort(
    (a, b) => rank(a.hashtags[0] ?? '') - rank(b.hashtags[0] ?? '') || (a.name < b.name ? -1 : 1),
  );
}

/** Hashtags that share their senses. */
interface NounSenses {
  readonly hashtags: readonly string[];
  /** Empty for adjectives and for hashtags that WordNet does not contain. */
  readonly senses: readonly CandidateSense[];
}

/**
 * Finds the senses of the hashtags of each noun. Under `best`, spellings of a noun are treated as one (`#color`,
 * `#colour`); a plural that is also a noun of its own is compared with the sense of its singular; and only the bare
 * hashtag can be an adjective (`#local`, not `#locals`).
 */
function sensesOfNouns(
  wordnet: WordNet,
  counts: HashtagCounts,
  hashtags: readonly string[],
  rule: SenseRule,
): readonly NounSenses[] {
  const isBest = rule === 'best';
  const nounOf = (hashtag: string) => {
    const form = nounForm(wordnet, hashtag);
    return isBest && form !== undefined ? nounSpelling(wordnet, form) : form;
  };
  const ofNoun = new Map<string, string[]>();
  const unknown: NounSenses[] = [];
  for (const hashtag of hashtags) {
    const noun = nounOf(hashtag);
    if (noun === undefined) unknown.push({ hashtags: [hashtag], senses: [] });
    else push(ofNoun, noun, hashtag);
  }
  const follow = (noun: string, isNoun = false): readonly CandidateSense[] => {
    if (!isBest) return sensesFollowed(wordnet, noun, rule);
    const spellings = ofNoun.get(noun) ?? [];
    const [singular] = singularsOf(wordnet, noun).map(nounOf);
    const isInData = singular !== undefined && singular !== noun && ofNoun.has(singular);
    return sensesFollowed(
      wordnet,
      spellingOfFewestSenses(wordnet, spellings),
      rule,
      contextOf(counts, spellings),
      {
        isNoun,
        singular: isInData ? follow(singular, true)[0] : undefined,
      },
    );
  };
  const known = [...ofNoun].flatMap(([noun, spellings]) => {
    const senses = follow(noun);
    if (!isBest || wordnet.adjectiveSenses(noun).length === 0) return [{ hashtags: spellings, senses }];
    const plurals = spellings.filter((hashtag) => singularsOf(wordnet, hashtag).map(nounOf).includes(noun));
    const bare = spellings.filter((hashtag) => !plurals.includes(hashtag));
    return [
      { hashtags: bare, senses },
      { hashtags: plurals, senses: plurals.length === 0 ? [] : follow(noun, true) },
    ];
  });
  return [...unknown, ...known];
}

/**
 * The noun, among spellings such as `television` and `tv`, with the fewest senses; of several, the most often tagged.
 */
function spellingOfFewestSenses(wordnet: WordNet, hashtags: readonly string[]): string {
  const nouns = [...new Set(hashtags.map((hashtag) => nounForm(wordnet, hashtag) ?? hashtag))].map((noun) => {
    const senses = wordnet.senses(noun);
    return { noun, senses: senses.length, tagged: senses.reduce((sum, { tagCount }) => sum + tagCount, 0) };
  });
  nouns.sort((a, b) => a.senses - b.senses || b.tagged - a.tagged);
  return nouns[0]?.noun ?? '';
}

/** Shared empty list, because most hashtags have no synset. */
const NO_SYNSETS: readonly string[] = [];

/** Merges synsets with the same hashtags, and sorts the hashtags by frequency. */
function withSameHashtags(
  hashtagsOf: ReadonlyMap<string, readonly string[]>,
  byUse: (a: string, b: string) => number,
): readonly Omit<CanonicalClass, 'name'>[] {
  const classes = new Map<string, { hashtags: readonly string[]; synsets: string[] }>();
  for (const [synset, unordered] of [...hashtagsOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hashtags = [...unordered].sort(byUse);
    const key = hashtags.join(' '); // normalized hashtags contain no space
    const same = classes.get(key);
    if (same) same.synsets.push(synset);
    else classes.set(key, { hashtags, synsets: [synset] });
  }
  return [...classes.values()];
}

function push<Key>(lists: Map<Key, string[]>, key: Key, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

type Counted = readonly [hashtag: string, count: number];

/** Compares by count, then by code units, so that the order does not depend on the locale. */
function byCountThenName([nameA, countA]: Counted, [nameB, countB]: Counted): number {
  return countB - countA || (nameA < nameB ? -1 : 1);
}
