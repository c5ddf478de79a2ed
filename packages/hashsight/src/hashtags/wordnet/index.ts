export { nounForm, singularsOf } from './noun-forms.js';
export type { LexicographerFile, Synset } from './synset.js';
export { loadWordNet, type Sense, type WordNet } from './wordnet.js';
