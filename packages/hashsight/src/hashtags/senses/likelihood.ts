import { normaliseHashtag } from '../normalise.js';
import type { LexicographerFile } from '../wordnet/index.js';
import type { CandidateSense } from './candidate-senses.js';

/**
 * What makes a sense likely on a picture, in nats.
 *
 * How they were made: a logistic choice among the senses of a hashtag, fitted with an L2 penalty of 4 on the develop half
 * of the reviewed list (`bench/hashtags/reviewed-senses.tsv`) and rounded. `ofSingular` and `namedPerson` are set by
 * hand, as the list has few of either: `glasses` are spectacles and not drinking vessels, though `eyes` are no opinion;
 * and nobody tags a picture of Stephen Crane `#crane`.
 */
const WEIGHTS = {
  /** For the logarithm of the share that the sense has in the tag counts of all. */
  tagCount: 0.8,
  /** For the logarithm of one more than the kinds and parts that the synset has: what is much divided is much talked of. */
  links: 1.2,
  /** The form is the first lemma of its synset, so its usual name. */
  firstLemma: 0.8,
  /** A thing that can be put in front of a camera. */
  thing: 1.7,
  /** What cannot be seen, or only in what somebody does. */
  unseen: -0.9,
  /** A kind written in capitals: a people, a language, a sign of the zodiac. */
  properNoun: -0.4,
  namedPerson: -3,
  ofSingular: -3,
} as const;

const THINGS: ReadonlySet<LexicographerFile> = new Set(['animal', 'artifact', 'body', 'food']);
const SEEN: ReadonlySet<LexicographerFile> = new Set([
  ...['event', 'location', 'object', 'person', 'phenomenon', 'plant', 'shape', 'substance', 'Tops'],
] as const);

/** Added to each tag count, so that senses that were never tagged stay possible. */
const PRIOR_TAG_COUNT = 0.5;

/**
 * How likely each sense is on a picture, before anything is known of the data: logarithms, comparable only among the
 * senses of one hashtag.
 */
export function senseLikelihoods(senses: readonly CandidateSense[]): readonly number[] {
  const tagged = senses.reduce((sum, { tagCount }) => sum + tagCount + PRIOR_TAG_COUNT, 0);
  return senses.map((sense) => {
    const { concept, form, ofSingular } = sense;
    const kind = concept.lexicographerFile;
    const isThing = THINGS.has(kind);
    const links = concept.hyponyms.length + concept.partsAndWholes.length;
    const isProperNoun =
      !concept.isInstance &&
      concept.lemmas.some((lemma) => /^[A-Z]/.test(lemma) && normaliseHashtag(lemma) === form);
    return (
      WEIGHTS.tagCount * Math.log((sense.tagCount + PRIOR_TAG_COUNT) / tagged) +
      WEIGHTS.links * Math.log(1 + links) +
      (normaliseHashtag(concept.lemmas[0] ?? '') === form ? WEIGHTS.firstLemma : 0) +
      (isThing ? WEIGHTS.thing : SEEN.has(kind) ? 0 : WEIGHTS.unseen) +
      (isProperNoun ? WEIGHTS.properNoun : 0) +
      (concept.isInstance && kind === 'person' ? WEIGHTS.namedPerson : 0) +
      (ofSingular ? WEIGHTS.ofSingular : 0)
    );
  });
}
