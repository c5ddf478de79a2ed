import { Tensor } from '../tensor.js';
import { conversions } from './conversions.js';
import { elementwise } from './elementwise.js';
import { reductions } from './reductions.js';
import { shapes } from './shapes.js';

export type { NestedNumbers } from './conversions.js';
export type { Dims } from './reductions.js';

type Elementwise = typeof elementwise;
type Reductions = typeof reductions;
type Shapes = typeof shapes;
type Conversions = typeof conversions;

declare module '../tensor.js' {
  interface Tensor extends Elementwise, Reductions, Shapes, Conversions {}
}

Object.assign(Tensor.prototype, elementwise, reductions, shapes, conversions);
