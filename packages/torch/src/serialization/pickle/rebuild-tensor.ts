import type { Dtype } from '../../dtype.js';
import { itemSize } from '../../dtype.js';
import { WeightsError } from '../../errors.js';
import { namedDtype } from './dtypes.js';
import { kindOf, PickleGlobal, PickleStorage, PickleTensor, type PickleValue } from './values.js';

const VIEWS: ReadonlySet<string> = new Set([
  'torch._utils._rebuild_tensor',
  'torch._utils._rebuild_tensor_v2',
  'torch._utils._rebuild_tensor_v3',
]);
const PARAMETERS: ReadonlySet<string> = new Set([
  'torch._utils._rebuild_parameter',
  'torch._utils._rebuild_parameter_with_state',
]);
const FROM_TYPE = 'torch._tensor._rebuild_from_type_v2';

/** The functions by which a pickle makes tensors. */
export const TENSOR_FUNCTIONS: ReadonlySet<string> = new Set([...VIEWS, ...PARAMETERS, FROM_TYPE]);

/** Dimensions of a tensor; LibTorch has this limit in its iterators. */
const MAX_DIMENSIONS = 64;
/** Elements of a tensor that repeats those of its storage, as `expand` does. */
const MAX_EXPANDED = 1 << 24;

/**
 * The tensor that one of {@link TENSOR_FUNCTIONS} makes from a storage or another tensor.
 *
 * @throws WeightsError if the arguments do not describe a view of a storage
 */
export function rebuildTensor(name: string, args: readonly PickleValue[], source: string): PickleValue {
  if (VIEWS.has(name)) return view(name, args, source);
  if (PARAMETERS.has(name)) {
    const [data] = args;
    if (data instanceof PickleTensor) return data;
    return fail(source, 'a parameter with a tensor', kindOf(data));
  }
  // A tensor of another class, or with attributes: (function, class, arguments, attributes).
  const [inner, , innerArgs] = args;
  if (inner instanceof PickleGlobal && VIEWS.has(inner.name) && Array.isArray(innerArgs)) {
    return view(inner.name, innerArgs, source);
  }
  return fail(source, 'a tensor made from a storage', `one made by ${kindOf(inner)}`);
}

/** Arguments: storage, offset, shape, strides, requires_grad, hooks, and in version 3 the dtype, then metadata. */
function view(name: string, args: readonly PickleValue[], source: string): PickleTensor {
  const [storage, offset, shape, strides] = args;
  const isVersion3 = name.endsWith('_v3');
  if (!(storage instanceof PickleStorage)) return fail(source, 'a tensor of a storage', kindOf(storage));
  const { reference } = storage;
  const dtype = isVersion3 ? dtypeArgument(args[6], source) : reference.dtype;
  if (!isCount(offset)) return fail(source, "a tensor's offset", kindOf(offset));
  if (!areCounts(shape) || !areCounts(strides) || shape.length !== strides.length) {
    return fail(
      source,
      `a shape and strides of up to ${MAX_DIMENSIONS} non-negative integers each`,
      `${kindOf(shape)} and ${kindOf(strides)} with others`,
    );
  }
  const metadata = args[isVersion3 ? 7 : 6];
  if (metadata instanceof Map && (metadata.get('conj') === true || metadata.get('neg') === true)) {
    return fail(source, 'a tensor as it is stored', 'a conjugated or negated view');
  }
  const visible = reference.view?.elements ?? reference.elements;
  const available = Math.floor((visible * itemSize(reference.dtype)) / itemSize(dtype));
  const end = offset + elementSpan(shape, strides);
  if (!(end <= available)) {
    return fail(
      source,
      `a tensor within the ${available} elements of its storage`,
      `one that ends at ${end}`,
    );
  }
  const elements = shape.reduce((product, size) => product * size, 1);
  if (!(elements <= Math.max(available, MAX_EXPANDED))) {
    return fail(source, `a tensor of at most ${available} elements, as its storage has`, String(elements));
  }
  return new PickleTensor(reference, dtype, offset, shape, strides);
}

/** Number of elements from the first to the last one of a view, both included. */
export function elementSpan(shape: readonly number[], strides: readonly number[]): number {
  if (shape.includes(0)) return 0;
  return shape.reduce((sum, size, i) => sum + (size - 1) * (strides[i] as number), 1);
}

function dtypeArgument(value: PickleValue | undefined, source: string): Dtype {
  const dtype = value instanceof PickleGlobal ? namedDtype(value.name) : undefined;
  return dtype ?? fail(source, 'the dtype of a tensor', kindOf(value));
}

function isCount(value: PickleValue | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function areCounts(value: PickleValue | undefined): value is number[] {
  return Array.isArray(value) && value.length <= MAX_DIMENSIONS && value.every((each) => isCount(each));
}

function fail(source: string, expected: string, got: string): never {
  throw new WeightsError(`${source}: expected ${expected}, got ${got}; the file is corrupt, get it again`);
}
