export { C_VALUES, type ChooseCOptions, type ChosenC, chooseC, type ScoredC } from './choose-c.js';
export { stratifiedFolds } from './folds.js';
export { type KnnOptions, type KnnScores, knnPredict } from './knn.js';
export {
  fitLogisticRegression,
  type LogisticRegression,
  type LogisticRegressionOptions,
  predictProbabilities,
} from './logistic-regression.js';
export { type FeatureNormalization, fitProbe, type Probe, type ProbeOptions, predictProbe } from './probe.js';
export { headOf, type LinearWeights, type ProbeLabels } from './targets.js';
