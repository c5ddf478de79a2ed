import { normaliseHashtag } from '../normalise.js';
import type { LexicographerFile } from '../wordnet/synset.js';
import type { AdjectiveSense } from '../wordnet/wordnet.js';
import type { CandidateSense } from './candidate-senses.js';

const THINGS: ReadonlySet<LexicographerFile> = new Set(['animal', 'artifact', 'body', 'food']);
const SEEN: ReadonlySet<LexicographerFile> = new Set([
  ...['event', 'location', 'object', 'person', 'phenomenon', 'plant', 'shape', 'substance', 'Tops'],
] as const);

/** Added to each tag count, so that senses without tags remain possible. */
const PRIOR_TAG_COUNT = 0.5;

/** Features that make a sense of a hashtag more or less likely on an image. */
export interface SenseFeatures {
  /** Log of the sense's share of the tag counts of all senses. */
  readonly tagCount: number;
  /** Log of one plus the number of kinds and parts of the synset: common concepts are divided more finely. */
  readonly links: number;
  /** 1 if the form is the first lemma of the synset, and so its usual name. */
  readonly firstLemma: number;
  /** 1 for things that can be photographed as an object. */
  readonly thing: number;
  /** 1 for concepts that are not visible, or only through what somebody does. */
  readonly unseen: number;
  /** 1 for capitalized kinds: a people, a language, a sign of the zodiac. */
  readonly properNoun: number;
  /** 1 for individual persons. */
  readonly namedPerson: number;
  /** 1 for senses of the singular if the plural names a thing by itself: a drinking vessel, for `glasses`. */
  readonly ofSingular: number;
}

/**
 * Weights in nats. How they were made: a logistic choice among the senses of a hashtag, fitted to the development half
 * of the reviewed list by `bench/hashtags/fit-senses.mjs`, and rounded. `namedPerson` and `ofSingular` are set by hand,
 * because the list has few of either: nobody tags an image of Stephen Crane `#crane`, and `glasses` are spectacles
 * rather than drinking vessels, but `eyes` are not an opinion.
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
 * Log likelihood of each sense on an image, without context; comparable only among the senses of one hashtag.
 */
export function senseLikelihoods(senses: readonly CandidateSense[]): readonly number[] {
  return senseFeatures(senses).map((features) =>
    FEATURES.reduce((sum, feature) => sum + WEIGHTS[feature] * features[feature], 0),
  );
}

/**
 * Log likelihood of the adjective, comparable with those of the noun senses: that of the likeliest sense, without the
 * terms for visible and invisible things, and with the adjective's tag counts instead of the noun's.
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
