import { itemSize } from '../../dtype.js';
import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import { storageDtype } from '../pickle/dtypes.js';
import {
  kindOf,
  PickleGlobal,
  PickleStorage,
  type PickleValue,
  type StorageReference,
} from '../pickle/values.js';

/** Position of the first byte of a storage in the file. */
export type StoragePositions = ReadonlyMap<string, number>;

/**
 * The storages that a pickle refers to by persistent ids: `('storage', class, key, device, elements)`, in the legacy form with
 * a sixth item for a view of another storage: `None` or `(key, offset, elements)`.
 */
export class StorageReferences {
  readonly #source: string;
  readonly #byKey = new Map<string, StorageReference>();

  /** @param source - the file, for error messages */
  constructor(source: string) {
    this.#source = source;
  }

  /** The storages by key, in the order in which they were met. */
  get byKey(): ReadonlyMap<string, StorageReference> {
    return this.#byKey;
  }

  /** The value of a persistent id. @throws WeightsError if it does not name a storage */
  readonly load = (id: PickleValue): PickleValue => {
    const [kind, type, key, , elements, view] = Array.isArray(id) ? id : [];
    const dtype = type instanceof PickleGlobal ? storageDtype(type.name) : undefined;
    if (kind !== 'storage' || dtype === undefined || typeof key !== 'string' || !isCount(elements)) {
      return this.#fail(
        'a reference to a storage',
        kind === 'storage' ? kindOf(type) : shown(shortened(kind)),
      );
    }
    const before = this.#byKey.get(key);
    if (before !== undefined && (before.dtype !== dtype || before.elements !== elements)) {
      return this.#fail(`storage ${shown(key)} with one dtype and size`, 'two');
    }
    const whole = before ?? { key, dtype, elements, view: undefined };
    if (before === undefined) this.#byKey.set(key, whole);
    if (view === undefined || view === null) return new PickleStorage(whole);
    return new PickleStorage({ ...whole, view: this.#view(view, elements) });
  };

  #view(view: PickleValue, available: number): StorageReference['view'] {
    const [, offset, elements] = Array.isArray(view) ? view : [];
    if (!isCount(offset) || !isCount(elements) || !(offset + elements <= available)) {
      return this.#fail(`a view within a storage of ${available} elements`, 'another');
    }
    return { offset, elements };
  }

  #fail(expected: string, got: string): never {
    throw new WeightsError(
      `${this.#source}: expected ${expected}, got ${got}; the file is corrupt, get it again`,
    );
  }
}

/** Bytes of a storage. */
export function storageBytes({ elements, dtype }: StorageReference): number {
  return elements * itemSize(dtype);
}

function isCount(value: PickleValue | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function shortened(kind: PickleValue | undefined): string {
  return typeof kind === 'string' ? kind : kindOf(kind);
}
