export { type Prediction, Predictor, type PredictorOptions } from './predictor.js';
