export { type ParameterGroup, SGD, type SGDOptions } from './sgd.js';
