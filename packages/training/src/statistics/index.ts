export { AveragePrecisionBootstrap } from './average-precision-bootstrap.js';
export { type BootstrapOptions, meanPerClassAccuracy, pairedBootstrap } from './bootstrap.js';
export {
  type CalibrationBin,
  type CalibrationError,
  type Classified,
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
