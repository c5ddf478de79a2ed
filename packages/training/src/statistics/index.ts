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
  binomialUpperTail,
  clopperPearson,
  type Interval,
  mcnemarExact,
  studentInterval,
} from './intervals.js';
