import { type Dtype, fromBuffer, itemSize, manualSeed, randint, type Tensor } from '../../src/index.js';
import { DTYPES_BY_CODE } from '../../src/serialization/format.js';

const SHAPES = [[], [5], [2, 3], [0, 4], [1, 2, 3, 1]];

/** A tensor whose bytes are random: every bit pattern of the dtype, NaNs and infinities too. */
export function randomBits(shape: readonly number[], dtype: Dtype): Tensor {
  const count = shape.reduce((product, size) => product * size, itemSize(dtype));
  using bytes = randint(0, dtype === 'bool' ? 2 : 256, [count], { dtype: 'uint8' });
  return fromBuffer(bytes.toTypedArray(), { shape, dtype });
}

/** Tensors of every dtype the format has, in several shapes. */
export function randomTensors(): Map<string, Tensor> {
  manualSeed(2);
  const tensors = new Map<string, Tensor>();
  for (const dtype of DTYPES_BY_CODE.values()) {
    for (const [i, shape] of SHAPES.entries()) tensors.set(`${dtype}.${i}`, randomBits(shape, dtype));
  }
  return tensors;
}
