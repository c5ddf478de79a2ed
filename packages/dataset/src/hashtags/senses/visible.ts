import type { LexicographerFile } from '../wordnet/synset.js';
import type { WordNet } from '../wordnet/wordnet.js';
import { bestSense } from './choose-sense.js';

const VISIBLE: ReadonlySet<LexicographerFile> = new Set([
  ...['animal', 'artifact', 'body', 'food', 'object', 'person', 'plant', 'shape', 'substance'],
] as const);
/** `color, colour, coloring`: a visual attribute of things. */
const COLOUR = 'n04956594';

/**
 * Whether the most likely sense of a hashtag is visible: a thing, a living being, a material, a shape or a color. False
 * if WordNet does not contain the hashtag.
 *
 * @param hashtag normalized
 */
export function namesVisible(wordnet: WordNet, hashtag: string): boolean {
  const concept = bestSense(wordnet, hashtag)?.concept;
  if (concept === undefined) return false;
  return VISIBLE.has(concept.lexicographerFile) || isKindOf(wordnet, concept.id, COLOUR);
}

function isKindOf(wordnet: WordNet, synset: string, kind: string): boolean {
  return synset === kind || wordnet.synset(synset).hypernyms.some((above) => isKindOf(wordnet, above, kind));
}
