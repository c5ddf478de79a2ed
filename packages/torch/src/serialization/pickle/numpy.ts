import { WeightsError } from '../../errors.js';
import { PickleBytes, PickleObject, type PickleValue } from './values.js';

const DTYPE = 'numpy.dtype';
const NAMES: ReadonlySet<string> = new Set([
  DTYPE,
  'numpy.ndarray',
  ...['numpy.core', 'numpy._core'].flatMap((module) => [
    `${module}.multiarray.scalar`,
    `${module}.multiarray._reconstruct`,
    `${module}.numeric._frombuffer`,
  ]),
]);

/** Whether a global is one of NumPy that data needs. */
export function isNumpyGlobal(name: string): boolean {
  return NAMES.has(name);
}

/** A NumPy dtype, scalar, or array. Scalars become numbers; arrays are objects without content, as no weights are in them. */
export function numpyCall(name: string, args: readonly PickleValue[], source: string): PickleValue {
  if (name.endsWith('.scalar')) return scalar(args, source);
  if (name === DTYPE) return new PickleObject(DTYPE, typeof args[0] === 'string' ? args[0] : '');
  return new PickleObject('numpy.ndarray');
}

const BYTE_ORDER = 'byte order';

/** Sets the state of a dtype or an array. Returns false for other objects. */
export function setNumpyState(target: PickleObject, state: PickleValue): boolean {
  if (target.type === 'numpy.ndarray') return true;
  if (target.type !== DTYPE) return false;
  if (Array.isArray(state)) target.attributes.set(BYTE_ORDER, state[1] ?? null);
  return true;
}

/** Reads a scalar of a dtype by its code: `f8`, `i8`, `b1`. */
const READERS: Readonly<Record<string, (view: DataView, little: boolean) => PickleValue>> = {
  f8: (view, little) => view.getFloat64(0, little),
  f4: (view, little) => view.getFloat32(0, little),
  i8: (view, little) => number(view.getBigInt64(0, little)),
  u8: (view, little) => number(view.getBigUint64(0, little)),
  i4: (view, little) => view.getInt32(0, little),
  u4: (view, little) => view.getUint32(0, little),
  i2: (view, little) => view.getInt16(0, little),
  u2: (view, little) => view.getUint16(0, little),
  i1: (view) => view.getInt8(0),
  u1: (view) => view.getUint8(0),
  b1: (view) => view.getUint8(0) !== 0,
};

function number(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function scalar([dtype, data]: readonly PickleValue[], source: string): PickleValue {
  if (!(dtype instanceof PickleObject) || dtype.type !== DTYPE || !(data instanceof PickleBytes)) {
    throw new WeightsError(
      `${source}: expected a NumPy scalar of a dtype and bytes, got something else; the file is corrupt, get it again`,
    );
  }
  const code = dtype.text ?? '';
  const read = Object.hasOwn(READERS, code) ? READERS[code] : undefined;
  const { bytes } = data;
  // Other dtypes, such as texts, are kept as objects.
  if (read === undefined || bytes === undefined || bytes.length !== Number(code.slice(1))) {
    return new PickleObject('numpy.scalar');
  }
  return read(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    dtype.attributes.get(BYTE_ORDER) !== '>',
  );
}
