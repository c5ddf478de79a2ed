export { type CanonicalClass, canonicaliseHashtags } from './canonicalise.js';
export { type DroppedKind, droppedKinds, KINDS_OF_REASONS, reasonDetail } from './dropped-kinds.js';
export { findHashtags } from './find-hashtags.js';
export { countHashtags, type HashtagCounts, type PairSums } from './hashtag-counts.js';
export { normaliseEntry, normaliseHashtag } from './normalise.js';
export {
  GENERIC_HASHTAGS,
  type GenericCategory,
  genericReason,
  type HashtagInformation,
  type HashtagOrigins,
  hashtagInformation,
  NOT_VISUAL_DEFAULTS,
  type NotVisualEvidence,
  type NotVisualLimits,
  notVisualReasons,
  withoutHashtags,
} from './not-visual/index.js';
export {
  bestSense,
  type ContextHashtag,
  contextOf,
  isAmbiguous,
  namesVisible,
  sensesFollowed,
} from './senses/index.js';
export {
  type ClassChoice,
  chooseClasses,
  countClasses,
  IMAGENET_SYNSETS,
  type ListedClass,
  limitVocabulary,
  listedClasses,
  type MatchedClasses,
  matchClasses,
  parseVocabularyRule,
  readClassList,
  type VocabularyLimits,
  type VocabularyRule,
  withoutRareClasses,
} from './vocabularies/index.js';
export { loadWordNet, nounForm, type Synset, type WordNet } from './wordnet/index.js';
