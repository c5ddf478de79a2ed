export { type Prediction, Predictor } from './predictor.js';
