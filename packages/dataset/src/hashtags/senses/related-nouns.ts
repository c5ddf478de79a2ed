import { normaliseHashtag } from '../normalise.js';
import { nounForm } from '../wordnet/noun-forms.js';
import type { WordNet } from '../wordnet/wordnet.js';

/** Nearness of a noun to a concept, from 0 to 1, by the relation between them. */
const NEARNESS = {
  lemma: 1,
  hypernym: 0.8,
  /** Factor for each further step up. */
  hypernymStep: 0.8,
  hyponym: 0.6,
  /** Factor for each further step down. */
  hyponymStep: 0.7,
  partOrWhole: 0.8,
  sister: 0.3,
  gloss: 0.6,
  /** Words in the glosses of hypernyms, hyponyms, parts and wholes. */
  neighbourGloss: 0.25,
  /** Factor for one word of a multiword lemma. */
  wordOfLemma: 0.5,
} as const;
const STEPS_UP = 6;
const STEPS_DOWN = 3;
const SHORTEST_WORD = 3;

/** Words of glosses that carry no information about the concept. */
const STOP_WORDS = new Set(
  `and any are being but especially etc for from has have having into its kind large long made not often one other small
  some such than that the their they this two used usually various when which who with you your his her can part form`.split(
    /\s+/,
  ),
);

/**
 * The nouns related to a concept, with their nearness: the lemmas of its hypernyms, hyponyms, sisters, parts and
 * wholes, and the words of their glosses (after the extended gloss overlap of Banerjee and Pedersen 2003).
 *
 * @returns nearness by normalized noun, above 0 and at most 1
 */
export function relatedNouns(wordnet: WordNet, synset: string): ReadonlyMap<string, number> {
  const nearness = new Map<string, number>();
  const add = (noun: string, near: number) => {
    if (near > (nearness.get(noun) ?? 0)) nearness.set(noun, near);
  };
  const addLemmas = (id: string, near: number) => {
    const { lemmas, wordsOfLemmas } = wordsOf(wordnet, id);
    for (const lemma of lemmas) add(lemma, near);
    for (const word of wordsOfLemmas) add(word, near * NEARNESS.wordOfLemma);
  };
  const addGloss = (id: string, near: number) => {
    for (const noun of wordsOf(wordnet, id).nounsOfGloss) add(noun, near);
  };
  const addBelow = (id: string, near: number, steps: number) => {
    for (const hyponym of wordnet.synset(id).hyponyms) {
      addLemmas(hyponym, near);
      addGloss(hyponym, NEARNESS.neighbourGloss);
      if (steps > 1) addBelow(hyponym, near * NEARNESS.hyponymStep, steps - 1);
    }
  };
  const { hypernyms, partsAndWholes } = wordnet.synset(synset);
  addLemmas(synset, NEARNESS.lemma);
  addGloss(synset, NEARNESS.gloss);
  addBelow(synset, NEARNESS.hyponym, STEPS_DOWN);
  for (const id of partsAndWholes) {
    addLemmas(id, NEARNESS.partOrWhole);
    addGloss(id, NEARNESS.neighbourGloss);
  }
  for (const id of hypernyms) {
    addGloss(id, NEARNESS.neighbourGloss);
    for (const sister of wordnet.synset(id).hyponyms) addLemmas(sister, NEARNESS.sister);
  }
  let above = hypernyms;
  for (
    let step = 0, near = NEARNESS.hypernym as number;
    step < STEPS_UP;
    step++, near *= NEARNESS.hypernymStep
  ) {
    for (const id of above) addLemmas(id, near);
    above = above.flatMap((id) => wordnet.synset(id).hypernyms);
  }
  return nearness;
}

/** The normalized words of a synset. */
interface SynsetWords {
  readonly lemmas: readonly string[];
  /** Single words of multiword lemmas. */
  readonly wordsOfLemmas: readonly string[];
  /** Words of the definition, without its examples; plurals as singulars. */
  readonly nounsOfGloss: readonly string[];
}

const wordsOfWordNet = new WeakMap<WordNet, Map<string, SynsetWords>>();

/** The words are cached, because a synset is a neighbor of many others. */
function wordsOf(wordnet: WordNet, synset: string): SynsetWords {
  const kept = wordsOfWordNet.get(wordnet) ?? new Map<string, SynsetWords>();
  wordsOfWordNet.set(wordnet, kept);
  let words = kept.get(synset);
  if (words !== undefined) return words;
  const { lemmas, gloss } = wordnet.synset(synset);
  const ofLemmas = lemmas.flatMap((lemma) => (lemma.includes('_') ? lemma.toLowerCase().split('_') : []));
  const ofGloss =
    gloss
      .toLowerCase()
      .replaceAll(/".*?"/g, '')
      .match(/[a-z]+/g) ?? [];
  words = {
    lemmas: lemmas.map(normaliseHashtag),
    wordsOfLemmas: ofLemmas.filter((word) => word.length >= SHORTEST_WORD),
    nounsOfGloss: ofGloss
      .filter((word) => word.length >= SHORTEST_WORD && !STOP_WORDS.has(word))
      .map((word) => nounForm(wordnet, word) ?? word),
  };
  kept.set(synset, words);
  return words;
}
