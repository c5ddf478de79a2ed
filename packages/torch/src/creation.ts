import { bytesOf, isArrayLike } from './array-like.js';
import {
  type Device,
  type Dtype,
  dtypeOf,
  type MemoryFormat,
  type Scalar,
  type TypedArray,
} from './dtype.js';
import { native } from './native.js';
import { operator } from './operator.js';
import type { Generator } from './random.js';
import { operatorWithOptions } from './surface.js';
import { refusePromise } from './synchronous.js';
import { Tensor } from './tensor.js';

/** Options of the functions that create tensors. */
export interface TensorOptions {
  /** Default: `float32`, unless the function says otherwise. */
  readonly dtype?: Dtype;
  /** Default: the device of {@link withDevice}, or `cpu`. */
  readonly device?: Device;
  /** Whether autograd records operations on the tensor; default false. */
  readonly requiresGrad?: boolean;
  /** Random number generator; default: the device's default generator. */
  readonly generator?: Generator;
}

let defaultDevice: Device | undefined;

/**
 * Runs `work` with another default device for new tensors, as `with torch.device(…)` does. Tensors on `meta` have a
 * shape and a dtype but no memory, so a model of any size can be built and measured there.
 */
export function withDevice<T>(device: Device, work: () => T): T {
  const before = defaultDevice;
  defaultDevice = device;
  try {
    const result = work();
    refusePromise('withDevice', result);
    return result;
  } finally {
    defaultDevice = before;
  }
}

type Nested = number | bigint | boolean | readonly Nested[];

const toOptions =
  operator<
    (
      self: Tensor,
      dtype?: Dtype,
      layout?: undefined,
      device?: Device,
      pin?: undefined,
      nonBlocking?: boolean,
    ) => Tensor
  >('aten::_to_copy');
const setRequiresGrad = operator<(self: Tensor, requires: boolean) => Tensor>('aten::requires_grad_');

function finish(made: Tensor, options: TensorOptions): Tensor {
  return options.requiresGrad === true ? setRequiresGrad(made, true) : made;
}

function shapeOf(data: Nested): number[] {
  const shape: number[] = [];
  for (let level: Nested = data; Array.isArray(level); level = level[0] as Nested) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  return shape;
}

function flatten(
  data: Nested,
  shape: readonly number[],
  depth: number,
  into: (number | bigint | boolean)[],
): void {
  if (!isArrayLike(data)) {
    if (depth !== shape.length) {
      throw new TypeError(`tensor: expected nested arrays of equal depth, got a number next to an array`);
    }
    if (typeof data !== 'number' && typeof data !== 'bigint' && typeof data !== 'boolean') {
      const got = typeof data === 'string' ? JSON.stringify(data) : String(data);
      throw new TypeError(`tensor: expected numbers, bigints and booleans, got ${got}`);
    }
    into.push(data);
    return;
  }
  if (data.length !== shape[depth]) {
    throw new TypeError(
      `tensor: expected nested arrays of shape [${shape.join(', ')}], got ${data.length} elements at depth ${depth}`,
    );
  }
  for (const item of Array.from(data as ArrayLike<Nested>)) flatten(item, shape, depth + 1, into);
}

function wideHostArray(values: readonly bigint[]): { array: TypedArray; dtype: Dtype } {
  if (values.every((value) => BigInt.asIntN(64, value) === value)) {
    return { array: BigInt64Array.from(values), dtype: 'int64' };
  }
  const beyond = values.find((value) => BigInt.asUintN(64, value) !== value);
  if (beyond !== undefined)
    throw new TypeError(`tensor: expected bigints that fit into 64 bits, got ${beyond}`);
  return { array: BigUint64Array.from(values), dtype: 'uint64' };
}

/** The typed array and dtype that hold nested JavaScript values without loss. */
function hostArray(values: readonly (number | bigint | boolean)[]): { array: TypedArray; dtype: Dtype } {
  if (values.length > 0 && values.every((value) => typeof value === 'boolean')) {
    return { array: Uint8Array.from(values, Number), dtype: 'bool' };
  }
  if (values.some((value) => typeof value === 'bigint')) {
    return wideHostArray(values.map(BigInt));
  }
  // Numbers are passed as float64, so that an int64 or float64 result loses nothing.
  return { array: Float64Array.from(values, Number), dtype: 'float64' };
}

/**
 * Creates a tensor from a number, nested arrays, or a typed array. The data is copied.
 *
 * A typed array keeps its dtype. Numbers become `float32`, booleans `bool`, and bigints `int64` (`uint64` if they do
 * not fit).
 *
 * @param shape - the shape for a typed array; default: one dimension
 * @throws TypeError if nested arrays differ in length or contain something other than numbers, bigints, and booleans
 */
export function tensor(
  data: Nested | TypedArray,
  options: TensorOptions & { readonly shape?: readonly number[] } = {},
): Tensor {
  let view: TypedArray;
  let shape: readonly number[];
  let hostDtype: Dtype;
  let dtype: Dtype;
  if (ArrayBuffer.isView(data)) {
    view = data as TypedArray;
    hostDtype = dtypeOf(view);
    dtype = options.dtype ?? hostDtype;
    shape = options.shape ?? [view.length];
  } else {
    const values: (number | bigint | boolean)[] = [];
    shape = shapeOf(data);
    flatten(data, shape, 0, values);
    ({ array: view, dtype: hostDtype } = hostArray(values));
    dtype = options.dtype ?? (hostDtype === 'float64' ? 'float32' : hostDtype);
    shape = options.shape ?? shape;
  }
  using host = fromBuffer(view, { shape, dtype: hostDtype });
  return finish(toOptions(host, dtype, undefined, options.device ?? defaultDevice), options);
}

/**
 * Creates a tensor over the memory of a typed array, without a copy: each sees the other's writes. The typed array may
 * lie over an ArrayBuffer or a SharedArrayBuffer. The memory stays alive as long as a tensor uses it. Until then, do
 * not resize the ArrayBuffer or transfer it to another thread (a SharedArrayBuffer may be posted freely).
 *
 * @param options.shape - default: one dimension
 * @param options.dtype - default: the dtype of the array; any dtype with the same element size works (`bfloat16` over a
 * Uint16Array)
 * @throws TypeError if shape and dtype do not fill the array exactly
 */
export function fromBuffer(
  view: TypedArray,
  options: { readonly shape?: readonly number[]; readonly dtype?: Dtype } = {},
): Tensor {
  const { shape = [view.length], dtype = dtypeOf(view) } = options;
  if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new TypeError(`fromBuffer: expected a shape of non-negative integers, got [${shape.join(', ')}]`);
  }
  return new Tensor(native.fromBuffer(bytesOf(view), shape, dtype));
}

type Creator = (
  size: readonly number[],
  dtype: Dtype,
  layout: undefined,
  device: Device | undefined,
  pinMemory: undefined,
  memoryFormat?: MemoryFormat,
) => Tensor;

const emptyOperator = operator<Creator>('aten::empty', 'memory_format');
const zerosOperator = operator<Creator>('aten::zeros');
const onesOperator = operator<Creator>('aten::ones');

/** Creates a tensor of `shape` with uninitialized elements. */
export function empty(
  shape: readonly number[],
  options: TensorOptions & { readonly memoryFormat?: MemoryFormat } = {},
): Tensor {
  const made = emptyOperator(
    shape,
    options.dtype ?? 'float32',
    undefined,
    options.device ?? defaultDevice,
    undefined,
    options.memoryFormat,
  );
  return finish(made, options);
}

/** Creates a tensor of `shape` filled with zeros. */
export function zeros(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return finish(
    zerosOperator(shape, options.dtype ?? 'float32', undefined, options.device ?? defaultDevice, undefined),
    options,
  );
}

/** Creates a tensor of `shape` filled with ones. */
export function ones(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return finish(
    onesOperator(shape, options.dtype ?? 'float32', undefined, options.device ?? defaultDevice, undefined),
    options,
  );
}

const fullOperator =
  operator<
    (
      size: readonly number[],
      value: Scalar,
      dtype: Dtype,
      layout: undefined,
      device: Device | undefined,
    ) => Tensor
  >('aten::full');

/** Creates a tensor of `shape` filled with `value`. */
export function full(shape: readonly number[], value: Scalar, options: TensorOptions = {}): Tensor {
  return finish(
    fullOperator(shape, value, options.dtype ?? 'float32', undefined, options.device ?? defaultDevice),
    options,
  );
}

type RandomCreator = (
  size: readonly number[],
  generator: Generator | undefined,
  dtype: Dtype,
  layout: undefined,
  device: Device | undefined,
) => Tensor;

const randOperator = operator<RandomCreator>('aten::rand', 'generator');
const randnOperator = operator<RandomCreator>('aten::randn', 'generator');

function draw(creator: RandomCreator, shape: readonly number[], options: TensorOptions): Tensor {
  const { generator, dtype = 'float32', device = defaultDevice } = options;
  return finish(creator(shape, generator, dtype, undefined, device), options);
}

/** Creates a tensor of `shape` with samples from the uniform distribution on [0, 1). */
export function rand(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return draw(randOperator, shape, options);
}

/** Creates a tensor of `shape` with samples from the standard normal distribution (mean 0, variance 1). */
export function randn(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return draw(randnOperator, shape, options);
}

const randintOperator = operator<
  (
    low: number,
    high: number,
    size: readonly number[],
    generator: Generator | undefined,
    dtype: Dtype,
    layout: undefined,
    device: Device | undefined,
  ) => Tensor
>('aten::randint', 'low_generator');

/** Creates a tensor of `shape` with random integers from `low` (default 0) to `high` - 1; dtype `int64` by default. */
export function randint(high: number, shape: readonly number[], options?: TensorOptions): Tensor;
export function randint(low: number, high: number, shape: readonly number[], options?: TensorOptions): Tensor;
export function randint(first: number, ...others: readonly unknown[]): Tensor {
  const [low, high, shape, options = {}] = (
    typeof others[0] === 'number' ? [first, ...others] : [0, first, ...others]
  ) as [number, number, readonly number[], TensorOptions?];
  const { generator, dtype = 'int64', device = defaultDevice } = options;
  return randintOperator(low, high, shape, generator, dtype, undefined, device);
}

const randpermOperator = operator<
  (
    n: number,
    generator: Generator | undefined,
    dtype: Dtype,
    layout: undefined,
    device: Device | undefined,
  ) => Tensor
>('aten::randperm', 'generator');

/** Creates a random permutation of 0 … n - 1; dtype `int64` by default. */
export function randperm(n: number, options: TensorOptions = {}): Tensor {
  return randpermOperator(
    n,
    options.generator,
    options.dtype ?? 'int64',
    undefined,
    options.device ?? defaultDevice,
  );
}

const arangeOperator = operator<
  (
    start: number,
    end: number,
    step: number,
    dtype: Dtype,
    layout: undefined,
    device: Device | undefined,
  ) => Tensor
>('aten::arange', 'start_step');

interface ArangeOptions extends TensorOptions {
  /** Default 1. */
  readonly step?: number;
}

/**
 * Creates the numbers from `start` (default 0) up to but excluding `end` in steps of `step`. The dtype is `int64` by
 * default, `float32` if an argument has a fraction.
 */
export function arange(end: number, options?: ArangeOptions): Tensor;
export function arange(start: number, end: number, options?: ArangeOptions): Tensor;
export function arange(first: number, second?: number | ArangeOptions, third?: ArangeOptions): Tensor {
  const [start, end] = typeof second === 'number' ? [first, second] : [0, first];
  const options = (typeof second === 'number' ? third : second) ?? {};
  const step = options.step ?? 1;
  const isInteger = [start, end, step].every(Number.isInteger);
  const dtype = options.dtype ?? (isInteger ? 'int64' : 'float32');
  return finish(arangeOperator(start, end, step, dtype, undefined, options.device ?? defaultDevice), options);
}

const linspaceOperator =
  operator<
    (
      start: number,
      end: number,
      steps: number,
      dtype: Dtype,
      layout: undefined,
      device: Device | undefined,
    ) => Tensor
  >('aten::linspace');

/** Creates `steps` evenly spaced numbers from `start` to `end`, both included. */
export function linspace(start: number, end: number, steps: number, options: TensorOptions = {}): Tensor {
  return finish(
    linspaceOperator(
      start,
      end,
      steps,
      options.dtype ?? 'float32',
      undefined,
      options.device ?? defaultDevice,
    ),
    options,
  );
}

const eyeOperator =
  operator<(n: number, dtype: Dtype, layout: undefined, device: Device | undefined) => Tensor>('aten::eye');

/** Creates the n × n identity matrix. */
export function eye(n: number, options: TensorOptions = {}): Tensor {
  return finish(
    eyeOperator(n, options.dtype ?? 'float32', undefined, options.device ?? defaultDevice),
    options,
  );
}

type LikeCreator = (
  self: Tensor,
  dtype: Dtype | undefined,
  layout: undefined,
  device: Device | undefined,
) => Tensor;

const zerosLikeOperator = operator<LikeCreator>('aten::zeros_like');
const onesLikeOperator = operator<LikeCreator>('aten::ones_like');
const emptyLikeOperator = operator<LikeCreator>('aten::empty_like');

/**
 * Creates zeros with the shape, dtype, device, and memory format of another tensor, unless the options say otherwise.
 */
export function zerosLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(zerosLikeOperator(other, options.dtype, undefined, options.device), options);
}

/**
 * Creates ones with the shape, dtype, device, and memory format of another tensor, unless the options say otherwise.
 */
export function onesLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(onesLikeOperator(other, options.dtype, undefined, options.device), options);
}

/** Creates an uninitialized tensor with the shape, dtype, device, and memory format of another tensor. */
export function emptyLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(emptyLikeOperator(other, options.dtype, undefined, options.device), options);
}

type Join = (tensors: readonly Tensor[], options?: { readonly dim?: number }) => Tensor;

/** Concatenates tensors along an existing dimension (default 0). */
export const cat = operatorWithOptions<Join>('aten::cat');

/** Stacks tensors of one shape along a new dimension (default 0). */
export const stack = operatorWithOptions<Join>('aten::stack');
