export {
  type FeatureRows,
  nearestNeighbors,
} from './nearest-neighbors.js';
