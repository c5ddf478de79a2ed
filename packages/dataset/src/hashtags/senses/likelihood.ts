import { normaliseHashtag } from '../normalise.js';
import type { LexicographerFile } from '../wordnet/synset.js';
import type { AdjectiveSense } from '../wordnet/wordnet.js';
import type { CandidateSense } from './candidate-senses.js';

const THINGS: ReadonlySet<LexicographerFile> = new Set(['animal', 'artifact', 'body', 'food']);
const SEEN: ReadonlySet<LexicographerFile> = new Set([
  ...['event', 'location', 'object', 'person', 'phenomenon', 'plant', 'shape', 'substance', 'Tops'],
] as const);

/** Added to each tag count, so that senses that were never tagged stay possible. */
const PRIOR_TAG_COUNT = 0.5;

/** What makes a sense of a hashtag likely on an image, or unlikely. */
export interface SenseFeatures {
  /** Logarithm of the share that the sense has in the tag counts of all. */
  readonly tagCount: number;
  /** Logarithm of one more than the kinds and parts that the synset has: what is much divided is much talked of. */
  readonly links: number;
  /** 1 when the form is the first lemma of the synset, so its usual name. */
  readonly firstLemma: number;
  /** 1 for things that can be put in front of a camera. */
  readonly thing: number;
  /** 1 for what cannot be seen, or only in what somebody does. */
  readonly unseen: number;
  /** 1 for kinds written in capitals: a people, a language, a sign of the zodiac. */
  readonly properNoun: number;
  /** 1 for single persons. */
  readonly namedPerson: number;
  /** 1 for senses of the singular when the plural names a thing by itself: a drinking vessel, for `glasses`. */
  readonly ofSingular: number;
}

/**
 * In nats. How they were made: a logistic choice among the senses of a hashtag, fitted to the develop half of the
 * reviewed list by `bench/hashtags/fit-senses.mjs`, and rounded; but `namedPerson` and `ofSingular` are set by hand, as
 * the list has few of either: nobody tags an image of Stephen Crane `#crane`, and `glasses` are spectacles and not
 * drinking vessels, but `eyes` are no opinion.
 */
const WEIGHTS: SenseFeatures = {
  tagCount: 0.8,
  links: 1,
  firstLemma: 0.4,
  thing: 0.9,
  unseen: -0.6,
  properNoun: -0.1,
  namedPerson: -3,
  ofSingular: -3,
};

/** The features of each of a hashtag's senses. */
export function senseFeatures(senses: readonly CandidateSense[]): readonly SenseFeatures[] {
  const tagged = sumOfTagCounts(senses);
  const pluralIsThing = senses[0] !== undefined && THINGS.has(senses[0].concept.lexicographerFile);
  return senses.map(({ tagCount, concept, form, ofSingular }) => {
    const { lexicographerFile: kind, isInstance, lemmas, hyponyms, partsAndWholes } = concept;
    const lemma = lemmas.find((each) => normaliseHashtag(each) === form) ?? '';
    return {
      tagCount: Math.log((tagCount + PRIOR_TAG_COUNT) / tagged),
      links: Math.log(1 + hyponyms.length + partsAndWholes.length),
      firstLemma: Number(lemma === lemmas[0]),
      thing: Number(THINGS.has(kind)),
      unseen: Number(!THINGS.has(kind) && !SEEN.has(kind)),
      properNoun: Number(!isInstance && /^[A-Z]/.test(lemma)),
      namedPerson: Number(isInstance && kind === 'person'),
      ofSingular: Number(ofSingular && pluralIsThing),
    };
  });
}

function sumOfTagCounts(senses: readonly { readonly tagCount: number }[]): number {
  return senses.reduce((sum, { tagCount }) => sum + tagCount + PRIOR_TAG_COUNT, 0);
}

const FEATURES = Object.keys(WEIGHTS) as readonly (keyof SenseFeatures)[];

/**
 * How likely each sense is on an image, before anything is known of the data: logarithms, comparable only among the
 * senses of one hashtag.
 */
export function senseLikelihoods(senses: readonly CandidateSense[]): readonly number[] {
  return senseFeatures(senses).map((features) =>
    FEATURES.reduce((sum, feature) => sum + WEIGHTS[feature] * features[feature], 0),
  );
}

/**
 * How likely a hashtag is an adjective, comparable with the likelihoods of its noun senses: as the likeliest of them would
 * be if it were neither a thing nor unseen, and the adjective's tag counts were those of the noun.
 */
export function adjectiveLikelihood(
  senses: readonly CandidateSense[],
  likelihoods: readonly number[],
  adjectives: readonly AdjectiveSense[],
): number {
  const best = Math.max(...likelihoods);
  const { thing = 0, unseen = 0 } = senseFeatures(senses)[likelihoods.indexOf(best)] ?? {};
  const odds = Math.log(sumOfTagCounts(adjectives) / sumOfTagCounts(senses));
  return best - WEIGHTS.thing * thing - WEIGHTS.unseen * unseen + WEIGHTS.tagCount * odds;
}
