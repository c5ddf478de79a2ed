export { GENERIC_HASHTAGS, type GenericCategory, genericReason } from './generic-hashtags.js';
export { type HashtagInformation, hashtagInformation } from './information.js';
export {
  type HashtagOrigins,
  NOT_VISUAL_DEFAULTS,
  type NotVisualEvidence,
  type NotVisualLimits,
  notVisualReasons,
  withoutHashtags,
} from './not-visual-reasons.js';
