export { buildVocabulary, type VocabularyOptions } from './build-vocabulary.js';
export { GENERIC_HASHTAGS, type GenericCategory, genericReason } from './generic-hashtags.js';
export { normaliseHashtag } from './normalise.js';
export {
  readVocabulary,
  type Vocabulary,
  type VocabularyClass,
  vocabularySchema,
  vocabularyText,
  writeVocabulary,
} from './vocabulary.js';
