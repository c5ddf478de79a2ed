import { itemSize } from '../../dtype.js';
import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import { type Budget, ENTRY_BYTES } from '../pickle/budget.js';
import { elementSpan } from '../pickle/rebuild-tensor.js';
import { PickleObject, PickleTensor, type PickleValue } from '../pickle/values.js';
import type { Contents, TensorView } from './contents.js';

/** Levels of nesting; a checkpoint with an optimizer has 5. */
const MAX_DEPTH = 64;
/** Values that are looked at, each as often as it is referred to: the limit for lists that contain lists many times over. */
const MAX_VALUES = 5_000_000;
/** Characters of a tensor's name. */
const MAX_NAME = 1000;
/** Characters kept of a text in the metadata. */
const METADATA_CHARACTERS = 1000;
/** Name of a tensor that was saved by itself. */
const ONLY_TENSOR = 'tensor';

/** The tensors and the plain values of a file by their paths. */
export interface NamedContents {
  readonly tensors: Map<string, TensorView>;
  readonly metadata: Map<string, string>;
}

/** A value that has not been looked at. */
interface Pending {
  readonly value: PickleValue;
  readonly name: string;
  readonly depth: number;
  /** Whether it is in a list, whose plain values are not metadata. */
  readonly isInList: boolean;
}

/**
 * Names the tensors of nested dictionaries and lists by their paths, in the order of the file.
 *
 * @throws WeightsError if the nesting has no end or two tensors have one name
 */
export function nameTensors({ root, positions }: Contents, budget: Budget): NamedContents {
  const { source } = budget;
  const tensors = new Map<string, TensorView>();
  const metadata = new Map<string, string>();
  const pending: Pending[] = [{ value: root, name: '', depth: 0, isInList: false }];
  let looked = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, name, depth, isInList } = next;
    looked += 1 + sizeOf(value);
    if (depth > MAX_DEPTH || looked > MAX_VALUES) {
      throw new WeightsError(
        `${source}: expected at most ${MAX_DEPTH} levels and ${MAX_VALUES / 1e6} million values, got more; save only the tensors: torch.save(model.state_dict(), FILE)`,
      );
    }
    if (value instanceof PickleTensor) {
      const full = name === '' ? ONLY_TENSOR : name;
      if (tensors.has(full)) {
        throw new WeightsError(
          `${source}: expected one tensor ${shown(full)}, got two; rename one and save again`,
        );
      }
      budget.allocate(ENTRY_BYTES * 4 + full.length);
      tensors.set(full, viewOf(value, positions));
      continue;
    }
    const text = isInList || name === '' ? undefined : textOf(value);
    if (text !== undefined) {
      budget.allocate(ENTRY_BYTES + name.length + text.length);
      metadata.set(name, text);
    }
    const children = childrenOf(value);
    if (children === undefined) continue;
    // The last pushed is the first looked at.
    for (const [key, child] of [...children].reverse()) {
      const childName = name === '' ? key : `${name}.${key}`;
      if (childName.length > MAX_NAME) {
        throw new WeightsError(
          `${source}: expected names of at most ${MAX_NAME} characters, got ${shown(childName)}; save it again with shorter names`,
        );
      }
      budget.allocate(ENTRY_BYTES);
      pending.push({
        value: child,
        name: childName,
        depth: depth + 1,
        isInList: isInList || Array.isArray(value),
      });
    }
  }
  return { tensors, metadata };
}

function sizeOf(value: PickleValue): number {
  if (Array.isArray(value)) return value.length;
  return value instanceof Map ? value.size : 0;
}

function childrenOf(value: PickleValue): Iterable<readonly [string, PickleValue]> | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((child, i) => (isNested(child) ? [[String(i), child] as const] : []));
  }
  const map = value instanceof PickleObject ? value.attributes : value;
  if (!(map instanceof Map)) return undefined;
  return [...map].map(([key, child], i) => [keyName(key, i), child] as const);
}

/** Whether a value can contain or be a tensor. */
function isNested(value: PickleValue): boolean {
  return (
    Array.isArray(value) ||
    value instanceof Map ||
    value instanceof PickleObject ||
    value instanceof PickleTensor
  );
}

/** Keys that are no texts or numbers are named by their position. */
function keyName(key: PickleValue, position: number): string {
  if (key instanceof PickleObject && key.text !== undefined) return key.text;
  return typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean'
    ? String(key)
    : `#${position}`;
}

function textOf(value: PickleValue): string | undefined {
  if (typeof value === 'string') {
    return value.length > METADATA_CHARACTERS ? `${value.slice(0, METADATA_CHARACTERS)}…` : value;
  }
  if (value instanceof PickleObject) return value.text;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  return undefined;
}

function viewOf(
  { storage, dtype, offset, shape, strides }: PickleTensor,
  positions: Contents['positions'],
): TensorView {
  const bytes = itemSize(dtype);
  const start =
    (positions.get(storage.key) as number) + (storage.view?.offset ?? 0) * itemSize(storage.dtype);
  return { dtype, shape, strides, begin: start + offset * bytes, bytes: elementSpan(shape, strides) * bytes };
}
