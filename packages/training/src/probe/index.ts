export { C_VALUES, chooseC } from './choose-c.js';
export { stratifiedFolds } from './folds.js';
export { knnPredict } from './knn.js';
export { fitLogisticRegression, predictProbabilities } from './logistic-regression.js';
export { fitProbe, type Probe, predictProbe } from './probe.js';
export { headOf, type LinearWeights, type ProbeLabels } from './targets.js';
