import type { LexicographerFile } from '../wordnet/synset.js';
import type { WordNet } from '../wordnet/wordnet.js';
import { bestSense } from './choose-sense.js';

const VISIBLE: ReadonlySet<LexicographerFile> = new Set([
  ...['animal', 'artifact', 'body', 'food', 'object', 'person', 'plant', 'shape', 'substance'],
] as const);
/** `color, colour, coloring`: a visual attribute of things. */
const COLOUR = 'n04956594';

/**
 * Whether a hashtag, by what people most likely mean by it, names something that can be seen: a thing, a living being, a
 * material, a shape or a colour. False for what WordNet does not know.
 *
 * @param hashtag normalised
 */
export function namesVisible(wordnet: WordNet, hashtag: string): boolean {
  const concept = bestSense(wordnet, hashtag)?.concept;
  if (concept === undefined) return false;
  return VISIBLE.has(concept.lexicographerFile) || isKindOf(wordnet, concept.id, COLOUR);
}

function isKindOf(wordnet: WordNet, synset: string, kind: string): boolean {
  return synset === kind || wordnet.synset(synset).hypernyms.some((above) => isKindOf(wordnet, above, kind));
}
