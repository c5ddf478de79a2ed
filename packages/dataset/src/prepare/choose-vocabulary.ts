import type { SenseRule, Vocabulary } from '@hashsight/formats';
import { type CanonicalClass, canonicaliseHashtags } from '../hashtags/canonicalise.js';
import type { HashtagCounts } from '../hashtags/hashtag-counts.js';
import {
  type HashtagOrigins,
  notVisualReasons,
  withoutHashtags,
} from '../hashtags/not-visual/not-visual-reasons.js';
import { isAmbiguous } from '../hashtags/senses/choose-sense.js';
import { namesVisible } from '../hashtags/senses/visible.js';
import { type ClassChoice, chooseClasses, limitVocabulary } from '../hashtags/vocabularies/class-choice.js';
import { listedClasses, readClassList } from '../hashtags/vocabularies/class-list.js';
import { type MatchedClasses, matchClasses } from '../hashtags/vocabularies/match-classes.js';
import type { VocabularyRule } from '../hashtags/vocabularies/vocabulary-rule.js';
import { loadWordNet } from '../hashtags/wordnet/wordnet.js';

/** Options of {@link chooseVocabulary}. */
export interface ChoiceOfVocabulary {
  readonly rule: VocabularyRule;
  readonly senses: SenseRule;
  /** Minimum number of posts per class. Classes with too few distinct images are dropped later. */
  readonly minCount: number;
  /** Whether hashtags that do not describe the image are dropped. */
  readonly filters: boolean;
  /** Normalized hashtags that the filters never drop. */
  readonly kept: ReadonlySet<string>;
}

/** Counts and measurements of the hashtags of a set of posts. */
export interface KnownHashtags {
  readonly counts: HashtagCounts;
  readonly origins: ReadonlyMap<string, HashtagOrigins>;
  /** Counts the posts of each class; a post with two hashtags of a class counts once. */
  readonly countPosts: (classes: readonly CanonicalClass[]) => Promise<readonly number[]>;
}

/** The chosen classes; with the rule `match`, also the hashtags found for each target. */
export interface ChosenVocabulary {
  readonly vocabulary: Vocabulary;
  readonly targets?: MatchedClasses['targets'];
}

/**
 * Chooses the classes of a training set. It drops hashtags that do not describe the image, merges hashtags with the same
 * meaning, selects classes by the rule, and keeps those with enough posts. Classes from a file are used as listed; the
 * filters do not apply to them.
 *
 * @throws InputError if a file or folder of the rule cannot be used
 */
export async function chooseVocabulary(
  { counts, origins, countPosts }: KnownHashtags,
  { rule, senses, minCount, filters, kept }: ChoiceOfVocabulary,
): Promise<ChosenVocabulary> {
  const isVisible = (hashtag: string) => namesVisible(loadWordNet(), hashtag);
  const notVisual = filters
    ? notVisualReasons(counts, { keep: kept, origins, isVisible })
    : new Map<string, string>();
  const choice = await classesOf(rule, counts, notVisual, senses);
  const limits = { minCount, ...(rule.kind === 'top' && { size: rule.size }) };
  const vocabulary = limitVocabulary(
    { classes: choice.classes, excluded: new Map([...choice.excluded, ...notVisual]) },
    await countPosts(choice.classes),
    counts,
    limits,
  );
  return { vocabulary, ...(choice.targets && { targets: choice.targets }) };
}

async function classesOf(
  rule: VocabularyRule,
  counts: HashtagCounts,
  notVisual: ReadonlyMap<string, string>,
  senses: SenseRule,
): Promise<ClassChoice & Partial<Pick<MatchedClasses, 'targets'>>> {
  if (rule.kind === 'file') return listedClasses(await readClassList(rule.path), counts, rule.path);
  const targets = rule.kind === 'match' ? await readClassList(rule.path) : [];
  const wordnet = await loadWordNet();
  const classes: readonly CanonicalClass[] = canonicaliseHashtags(
    wordnet,
    withoutHashtags(counts, notVisual),
    senses,
  );
  if (rule.kind === 'match') return matchClasses(wordnet, classes, targets);
  return chooseClasses(classes, rule.kind === 'top' ? 'wordnet' : rule.kind);
}

/** The ambiguous hashtags: their sense depends on the other hashtags of a post. */
export async function hashtagsWantingContext(
  hashtags: Iterable<string>,
  { rule, senses }: Pick<ChoiceOfVocabulary, 'rule' | 'senses'>,
): Promise<readonly string[]> {
  if (rule.kind === 'file' || senses !== 'best') return [];
  const wordnet = await loadWordNet();
  return [...hashtags].filter((hashtag) => isAmbiguous(wordnet, hashtag));
}
