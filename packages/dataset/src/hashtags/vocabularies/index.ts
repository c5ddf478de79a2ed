export {
  type ClassChoice,
  chooseClasses,
  countClasses,
  limitVocabulary,
  type VocabularyLimits,
} from './class-choice.js';
export { type ListedClass, listedClasses, readClassList } from './class-list.js';
export { IMAGENET_SYNSETS } from './imagenet-synsets.js';
export { type MatchedClasses, matchClasses } from './match-classes.js';
export { withoutRareClasses } from './rare-classes.js';
export { parseVocabularyRule, type VocabularyRule } from './vocabulary-rule.js';
