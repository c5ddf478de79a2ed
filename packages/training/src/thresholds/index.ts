export { chooseThreshold } from './choose-threshold.js';
export { readTagReport, readThresholds, stageTagFiles } from './tag-files.js';
export { TagMeasure } from './tag-measure.js';
export { tagReportText } from './tag-text.js';
