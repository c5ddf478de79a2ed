export {
  fitLogisticRegression,
  type LogisticRegression,
  type LogisticRegressionOptions,
  predictProbabilities,
} from './logistic-regression.js';
export { headOf, type LinearWeights, type ProbeLabels } from './targets.js';
