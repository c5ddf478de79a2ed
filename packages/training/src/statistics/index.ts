export { AveragePrecisionBootstrap } from './average-precision-bootstrap.js';
export { meanPerClassAccuracy, pairedBootstrap } from './bootstrap.js';
export {
  type CalibrationError,
  expectedCalibrationError,
  fitTemperature,
} from './calibration.js';
export {
  binomialLowerTail,
  binomialUpperTail,
  clopperPearson,
  type Interval,
  lowerBound,
  mcnemarExact,
  studentInterval,
} from './intervals.js';
