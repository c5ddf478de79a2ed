import type { SenseRule } from '@hashsight/formats';
import type { HashtagCounts } from './hashtag-counts.js';
import type { CandidateSense } from './senses/candidate-senses.js';
import { sensesFollowed } from './senses/choose-sense.js';
import { contextOf } from './senses/context.js';
import { nounForm, singularsOf } from './wordnet/noun-forms.js';
import { nounSpelling } from './wordnet/noun-spelling.js';
import type { WordNet } from './wordnet/wordnet.js';

/** Hashtags that mean one thing. */
export interface CanonicalClass {
  /** The canonical hashtag: of those that mean this before anything else, the one most used in the data. */
  readonly name: string;
  /** The hashtags, the most used first. */
  readonly hashtags: readonly string[];
  /** WordNet 3.0's ids, like `n02132136`; none for an adjective, and for what WordNet does not know. */
  readonly synsets: readonly string[];
}

/**
 * Merges hashtags that share a noun synset into one class, as the paper does (`#brownbear` and `#ursusarctos`; Mahajan et
 * al. 2018, section 2.1). Forms of one noun (`#cat`, `#cats`) follow the same senses. Hashtags that WordNet does not know,
 * and under `best` those that are more likely adjectives (`#old`), are classes of their own.
 *
 * **No chains.** A class is the hashtags of one synset, never the hashtags of hashtags: `#movie` and `#photo` do not come
 * together because `#picture` can mean both. Under `first` and `best` a hashtag has one sense, so it is in one class;
 * under `all` it is in one class for each of its senses, and these stay apart, but for senses that have exactly the same
 * hashtags in the data: nothing could tell those from each other, so they are one class with several ids.
 *
 * @returns each hashtag of `counts` in at least one class; the classes by the count of their name, then by name
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
    // Nobody's first sense: the bare hashtag is the name of another class.
    return { name: named ?? `${hashtags[0]} (${synsets[0]})`, hashtags, synsets };
  });
  const alone = withoutSense.map((hashtags) => ({ name: hashtags[0] ?? '', hashtags, synsets: NO_SYNSETS }));
  return [...known, ...alone].sort(
    (a, b) => rank(a.hashtags[0] ?? '') - rank(b.hashtags[0] ?? '') || (a.name < b.name ? -1 : 1),
  );
}

/** Hashtags that follow the same senses. */
interface Followed {
  readonly hashtags: readonly string[];
  /** None for an adjective, and for what WordNet does not know. */
  readonly senses: readonly CandidateSense[];
}

/**
 * The senses that the hashtags of each noun follow. Under `best` spellings of a noun count as one (`#color`, `#colour`), a
 * plural that is a noun of its own is compared with the sense its singular follows, and only the bare hashtag can be an
 * adjective (`#local`, not `#locals`).
 */
function sensesOfNouns(
  wordnet: WordNet,
  counts: HashtagCounts,
  hashtags: readonly string[],
  rule: SenseRule,
): readonly Followed[] {
  const isBest = rule === 'best';
  const nounOf = (hashtag: string) => {
    const form = nounForm(wordnet, hashtag);
    return isBest && form !== undefined ? nounSpelling(wordnet, form) : form;
  };
  const ofNoun = new Map<string, string[]>();
  const unknown: Followed[] = [];
  for (const hashtag of hashtags) {
    const noun = nounOf(hashtag);
    if (noun === undefined) unknown.push({ hashtags: [hashtag], senses: [] });
    else push(ofNoun, noun, hashtag);
  }
  const follow = (noun: string, isNoun = false): readonly CandidateSense[] => {
    if (!isBest) return sensesFollowed(wordnet, noun, rule);
    const ofThis = ofNoun.get(noun) ?? [];
    const [singular] = singularsOf(wordnet, noun).map(nounOf);
    const isInData = singular !== undefined && singular !== noun && ofNoun.has(singular);
    return sensesFollowed(wordnet, spellingOfFewestSenses(wordnet, ofThis), rule, contextOf(counts, ofThis), {
      isNoun,
      singular: isInData ? follow(singular, true)[0] : undefined,
    });
  };
  const known = [...ofNoun].flatMap(([noun, ofThis]) => {
    const senses = follow(noun);
    if (!isBest || wordnet.adjectiveSenses(noun).length === 0) return [{ hashtags: ofThis, senses }];
    const plurals = ofThis.filter((hashtag) => singularsOf(wordnet, hashtag).map(nounOf).includes(noun));
    const bare = ofThis.filter((hashtag) => !plurals.includes(hashtag));
    return [
      { hashtags: bare, senses },
      { hashtags: plurals, senses: plurals.length === 0 ? [] : follow(noun, true) },
    ];
  });
  return [...unknown, ...known];
}

/** The noun of some spellings (`television`, `tv`) that has only the senses that all have; else the one most often tagged. */
function spellingOfFewestSenses(wordnet: WordNet, hashtags: readonly string[]): string {
  const nouns = [...new Set(hashtags.map((hashtag) => nounForm(wordnet, hashtag) ?? hashtag))].map((noun) => {
    const senses = wordnet.senses(noun);
    return { noun, senses: senses.length, tagged: senses.reduce((sum, { tagCount }) => sum + tagCount, 0) };
  });
  nouns.sort((a, b) => a.senses - b.senses || b.tagged - a.tagged);
  return nouns[0]?.noun ?? '';
}

/** Of most hashtags: one list for all of them. */
const NO_SYNSETS: readonly string[] = [];

/** Puts together the synsets that have the same hashtags, and these in the order of their use. */
function withSameHashtags(
  hashtagsOf: ReadonlyMap<string, readonly string[]>,
  byUse: (a: string, b: string) => number,
): readonly Omit<CanonicalClass, 'name'>[] {
  const classes = new Map<string, { hashtags: readonly string[]; synsets: string[] }>();
  for (const [synset, unordered] of [...hashtagsOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hashtags = [...unordered].sort(byUse);
    const key = hashtags.join(' '); // a normalised hashtag has no space
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

/** By code units, so that the order is the same in every locale. */
function byCountThenName([nameA, countA]: Counted, [nameB, countB]: Counted): number {
  return countB - countA || (nameA < nameB ? -1 : 1);
}
