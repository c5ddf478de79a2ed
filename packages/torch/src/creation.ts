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

/** What the creating functions take besides the shape. */
export interface TensorOptions {
  /** Default: `float32`, unless the function says otherwise. */
  readonly dtype?: Dtype;
  /** Default: `cpu`, or what {@link withDevice} says. */
  readonly device?: Device;
  /** Whether operations on the tensor are recorded; default false. */
  readonly requiresGrad?: boolean;
  /** Draw from this generator instead of the device's default one. */
  readonly generator?: Generator;
}

let defaultDevice: Device | undefined;

/**
 * Runs `work` with another default device for new tensors, as `with torch.device(…)` does. On `meta` tensors have
 * shapes and dtypes but no memory: a model of any size can be built and measured.
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
      throw new TypeError(`tensor: expected nested arrays of one shape, got a number beside an array`);
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
  if (beyond !== undefined) throw new TypeError(`tensor: expected bigints of 64 bits, got ${beyond}`);
  return { array: BigUint64Array.from(values), dtype: 'uint64' };
}

/** The host array and dtype that hold nested JavaScript values without loss. */
function hostArray(values: readonly (number | bigint | boolean)[]): { array: TypedArray; dtype: Dtype } {
  if (values.length > 0 && values.every((value) => typeof value === 'boolean')) {
    return { array: Uint8Array.from(values, Number), dtype: 'bool' };
  }
  if (values.some((value) => typeof value === 'bigint')) {
    return wideHostArray(values.map(BigInt));
  }
  // Numbers travel as float64, so that an int64 or float64 asked for loses nothing on the way.
  return { array: Float64Array.from(values, Number), dtype: 'float64' };
}

/**
 * A tensor with a copy of JavaScript's data: a number, nested arrays of one shape, or a typed array.
 *
 * The dtype is the typed array's own; for numbers `float32`, for booleans `bool`, for bigints `int64` (`uint64` where
 * they do not fit).
 *
 * @param shape - for a typed array; default one dimension
 * @throws TypeError for nested arrays of unequal lengths, and for what is no number
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
 * A tensor over the memory of a typed array (of an ArrayBuffer or a SharedArrayBuffer), without a copy: both see each
 * other's writes. The memory stays alive for as long as a tensor uses it; until then an ArrayBuffer must not be resized
 * or transferred to another thread (a SharedArrayBuffer can be posted freely).
 *
 * @param options.shape - default one dimension
 * @param options.dtype - default the array's own; any dtype whose size fits (`bfloat16` over a Uint16Array)
 * @throws TypeError when shape and dtype do not fill the array exactly
 */
export function fromBuffer(
  view: TypedArray,
  options: { readonly shape?: readonly number[]; readonly dtype?: Dtype } = {},
): Tensor {
  const { shape = [view.length], dtype = dtypeOf(view) } = options;
  if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0)) {
    throw new TypeError(`fromBuffer: expected a shape of whole numbers from 0, got [${shape.join(', ')}]`);
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

/** A tensor of `shape` whose elements are whatever the memory held. */
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

/** A tensor of `shape`, all zeros. */
export function zeros(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return finish(
    zerosOperator(shape, options.dtype ?? 'float32', undefined, options.device ?? defaultDevice, undefined),
    options,
  );
}

/** A tensor of `shape`, all ones. */
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

/** A tensor of `shape` with every element `value`. */
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

/** A tensor of `shape` drawn uniformly from [0, 1). */
export function rand(shape: readonly number[], options: TensorOptions = {}): Tensor {
  return draw(randOperator, shape, options);
}

/** A tensor of `shape` drawn from the normal distribution with mean 0 and variance 1. */
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

/** A tensor of `shape` with integers from `low` (or 0) to `high` - 1; dtype `int64` by default. */
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

/** A random order of 0 … n - 1; dtype `int64` by default. */
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

/** The numbers from `start` (or 0) to before `end` by `step`; dtype `int64` by default, `float32` when one has a fraction. */
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

/** `steps` numbers from `start` to `end`, both included, at equal distances. */
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

/** The identity matrix of n rows. */
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

/** Zeros of another tensor's shape, dtype, device and memory format, unless the options say otherwise. */
export function zerosLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(zerosLikeOperator(other, options.dtype, undefined, options.device), options);
}

/** Ones of another tensor's shape, dtype, device and memory format, unless the options say otherwise. */
export function onesLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(onesLikeOperator(other, options.dtype, undefined, options.device), options);
}

/** Uninitialised memory of another tensor's shape, dtype, device and memory format. */
export function emptyLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return finish(emptyLikeOperator(other, options.dtype, undefined, options.device), options);
}

type Join = (tensors: readonly Tensor[], options?: { readonly dim?: number }) => Tensor;

/** Tensors one after the other along an existing dimension (default 0). */
export const cat = operatorWithOptions<Join>('aten::cat');

/** Tensors of one shape side by side along a new dimension (default 0). */
export const stack = operatorWithOptions<Join>('aten::stack');
