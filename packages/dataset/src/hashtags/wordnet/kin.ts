import type { Synset } from './synset.js';
import type { WordNet } from './wordnet.js';

/**
 * Whether a concept is a kind, a part, a member or the substance of another synset, or the reverse. Parts are inherited:
 * stairs are a kind of stairway, which has steps.
 */
export function isKin(wordnet: WordNet, concept: Synset, synset: string): boolean {
  const { hypernyms, hyponyms, partsAndWholes } = concept;
  const inherited = hypernyms.flatMap((above) => wordnet.synset(above).partsAndWholes);
  return [...hypernyms, ...hyponyms, ...partsAndWholes, ...inherited].includes(synset);
}
