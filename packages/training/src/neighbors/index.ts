export {
  type FeatureRows,
  type NeighborOptions,
  type Neighbors,
  nearestNeighbors,
} from './nearest-neighbors.js';
