export { isKin } from './kin.js';
export { nounForm, singularsOf } from './noun-forms.js';
export { nounSpelling } from './noun-spelling.js';
export type { LexicographerFile, Synset } from './synset.js';
export { type AdjectiveSense, loadWordNet, type Sense, type WordNet } from './wordnet.js';
