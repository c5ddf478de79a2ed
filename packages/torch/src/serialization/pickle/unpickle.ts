import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import { type Budget, CONTAINER_BYTES, ENTRY_BYTES, SLOT_BYTES } from './budget.js';
import type { ByteSource } from './byte-source.js';
import { applyState, call, findGlobal, instantiate } from './globals.js';
import { OPCODE_NAMES, Opcode } from './opcodes.js';
import { KEPT_BYTES, kindOf, PickleBytes, PickleObject, type PickleValue, setItem } from './values.js';

/** The newest pickle protocol. */
const HIGHEST_PROTOCOL = 5;
/** Characters in the module or the name of a global. */
const NAME_CHARACTERS = 500;
/** Bytes of an integer; PyTorch's magic number has 10. */
const INTEGER_BYTES = 255;
/** Memo indices that may be left out at once; Python 2 begins at 1 instead of 0. */
const MEMO_GAP = 1024;

/** Turns a persistent id, by which a pickle refers to data outside of it, into a value. */
export type PersistentLoad = (id: PickleValue) => PickleValue;

/** Options of {@link unpickle}. */
export interface UnpickleOptions {
  readonly budget: Budget;
  /** Default: a pickle with persistent ids is refused. */
  readonly persistentLoad?: PersistentLoad;
}

/**
 * Reads one pickle, up to its STOP. It is a machine of its own, without Python: it knows the opcodes that data needs, and the
 * globals of an allow-list, which it represents as data. So nothing in a file can run code. There is no recursion, and
 * memory is counted before it is allocated.
 *
 * @throws WeightsError for an opcode or a global outside the lists, for a malformed pickle, or if the budget is used up
 */
export function unpickle(bytes: ByteSource, options: UnpickleOptions): PickleValue {
  return new Machine(bytes, options).run();
}

class Machine {
  readonly #bytes: ByteSource;
  readonly #budget: Budget;
  readonly #persistentLoad: PersistentLoad | undefined;
  #stack: PickleValue[] = [];
  /** Stacks set aside by MARK. */
  readonly #outer: PickleValue[][] = [];
  readonly #memo: PickleValue[] = [];

  constructor(bytes: ByteSource, { budget, persistentLoad }: UnpickleOptions) {
    this.#bytes = bytes;
    this.#budget = budget;
    this.#persistentLoad = persistentLoad;
  }

  run(): PickleValue {
    for (;;) {
      this.#budget.step();
      const opcode = this.#bytes.byte();
      if (opcode === Opcode.STOP) return this.#pop();
      this.#execute(opcode);
    }
  }

  readonly #fail: (expected: string, got: string) => never = (expected, got) => {
    throw new WeightsError(
      `${this.#bytes.source}: expected ${expected}, got ${got} before byte ${this.#bytes.position}; the file is corrupt, get it again`,
    );
  };

  #push(value: PickleValue, bytes = 0): void {
    this.#budget.allocate(SLOT_BYTES + bytes);
    this.#stack.push(value);
  }

  #pop(): PickleValue {
    const value = this.#stack.pop();
    return value === undefined ? this.#fail('a value', 'an empty stack') : value;
  }

  #top(): PickleValue {
    const value = this.#stack.at(-1);
    return value === undefined ? this.#fail('a value', 'an empty stack') : value;
  }

  /** The values above the last MARK, which is removed. */
  #popMark(): PickleValue[] {
    const values = this.#stack;
    this.#stack = this.#outer.pop() ?? this.#fail('a MARK', 'none');
    return values;
  }

  /** What each opcode does. */
  static readonly #ACTIONS: ReadonlyMap<number, (machine: Machine) => void> = new Map<
    number,
    (machine: Machine) => void
  >([
    [Opcode.PROTO, (m) => m.#checkProtocol(m.#bytes.byte())],
    [Opcode.FRAME, (m) => m.#bytes.skip(8)],
    [Opcode.NONE, (m) => m.#push(null)],
    [Opcode.NEWTRUE, (m) => m.#push(true)],
    [Opcode.NEWFALSE, (m) => m.#push(false)],
    [Opcode.BININT, (m) => m.#push(m.#bytes.bytes(4).readInt32LE())],
    [Opcode.BININT1, (m) => m.#push(m.#bytes.byte())],
    [Opcode.BININT2, (m) => m.#push(m.#bytes.bytes(2).readUInt16LE())],
    [Opcode.LONG1, (m) => m.#pushInteger(m.#bytes.byte())],
    [Opcode.LONG4, (m) => m.#pushInteger(m.#length4())],
    [Opcode.BINFLOAT, (m) => m.#push(m.#bytes.bytes(8).readDoubleBE(), SLOT_BYTES)],
    [Opcode.SHORT_BINUNICODE, (m) => m.#pushText(m.#bytes.byte(), 'utf8')],
    [Opcode.BINUNICODE, (m) => m.#pushText(m.#length4(), 'utf8')],
    [Opcode.BINUNICODE8, (m) => m.#pushText(m.#length8(), 'utf8')],
    // Texts of Python 2.
    [Opcode.SHORT_BINSTRING, (m) => m.#pushText(m.#bytes.byte(), 'latin1')],
    [Opcode.BINSTRING, (m) => m.#pushText(m.#length4(), 'latin1')],
    [Opcode.SHORT_BINBYTES, (m) => m.#pushBytes(m.#bytes.byte())],
    [Opcode.BINBYTES, (m) => m.#pushBytes(m.#length4())],
    [Opcode.BINBYTES8, (m) => m.#pushBytes(m.#length8())],
    [Opcode.BYTEARRAY8, (m) => m.#pushBytes(m.#length8())],
    [Opcode.EMPTY_LIST, (m) => m.#push([], CONTAINER_BYTES)],
    [Opcode.EMPTY_TUPLE, (m) => m.#push([], CONTAINER_BYTES)],
    [Opcode.EMPTY_SET, (m) => m.#push([], CONTAINER_BYTES)],
    [Opcode.EMPTY_DICT, (m) => m.#push(new Map(), CONTAINER_BYTES)],
    [Opcode.MARK, (m) => m.#mark()],
    [Opcode.TUPLE, (m) => m.#push(m.#popMark())],
    [Opcode.LIST, (m) => m.#push(m.#popMark())],
    [Opcode.FROZENSET, (m) => m.#push(m.#popMark())],
    [Opcode.DICT, (m) => m.#pushDictionary(m.#popMark())],
    [Opcode.TUPLE1, (m) => m.#pushTuple(1)],
    [Opcode.TUPLE2, (m) => m.#pushTuple(2)],
    [Opcode.TUPLE3, (m) => m.#pushTuple(3)],
    [Opcode.APPEND, (m) => m.#append([m.#pop()])],
    [Opcode.APPENDS, (m) => m.#append(m.#popMark())],
    [Opcode.ADDITEMS, (m) => m.#append(m.#popMark())],
    [Opcode.SETITEM, (m) => m.#setItems([m.#pop(), m.#pop()].reverse())],
    [Opcode.SETITEMS, (m) => m.#setItems(m.#popMark())],
    [Opcode.POP, (m) => m.#drop()],
    [Opcode.POP_MARK, (m) => m.#popMark()],
    [Opcode.BINPUT, (m) => m.#remember(m.#bytes.byte())],
    [Opcode.LONG_BINPUT, (m) => m.#remember(m.#length4())],
    [Opcode.MEMOIZE, (m) => m.#remember(m.#memo.length)],
    [Opcode.BINGET, (m) => m.#recall(m.#bytes.byte())],
    [Opcode.LONG_BINGET, (m) => m.#recall(m.#length4())],
    [Opcode.GLOBAL, (m) => m.#pushGlobal(m.#line(), m.#line())],
    [Opcode.STACK_GLOBAL, (m) => m.#pushStackGlobal(m.#pop(), m.#pop())],
    [Opcode.REDUCE, (m) => m.#reduce(call, m.#pop(), m.#pop())],
    [Opcode.NEWOBJ, (m) => m.#reduce(instantiate, m.#pop(), m.#pop())],
    [Opcode.BUILD, (m) => m.#build(m.#pop())],
    [Opcode.BINPERSID, (m) => m.#pushPersistent(m.#pop())],
  ]);

  #execute(opcode: number): void {
    const action = Machine.#ACTIONS.get(opcode);
    if (action !== undefined) {
      action(this);
      return;
    }
    const name = OPCODE_NAMES.get(opcode) ?? `0x${opcode.toString(16).padStart(2, '0')}`;
    throw new WeightsError(
      `${this.#bytes.source}: expected only tensors and plain data, got the pickle opcode ${name} before byte ${this.#bytes.position}; the file is not a PyTorch checkpoint, or is corrupt`,
    );
  }

  #checkProtocol(protocol: number): void {
    if (protocol > HIGHEST_PROTOCOL) this.#fail(`a protocol up to ${HIGHEST_PROTOCOL}`, String(protocol));
  }

  #mark(): void {
    this.#budget.allocate(CONTAINER_BYTES);
    this.#outer.push(this.#stack);
    this.#stack = [];
  }

  #pushTuple(count: number): void {
    if (this.#stack.length < count) this.#fail(`${count} values`, String(this.#stack.length));
    this.#push(this.#stack.splice(-count), CONTAINER_BYTES);
  }

  #pushDictionary(items: readonly PickleValue[]): void {
    this.#push(new Map(), CONTAINER_BYTES);
    this.#setItems(items);
  }

  /** As in Python, POP removes the MARK if there is no value since. */
  #drop(): void {
    if (this.#stack.length === 0) this.#popMark();
    else this.#stack.pop();
  }

  #reduce(make: typeof call, args: PickleValue, target: PickleValue): void {
    this.#push(make(target, args, this.#budget), CONTAINER_BYTES);
  }

  #build(state: PickleValue): void {
    applyState(this.#top(), state, this.#budget);
  }

  #pushPersistent(id: PickleValue): void {
    if (this.#persistentLoad === undefined) this.#fail('no reference to data', 'BINPERSID');
    this.#push(this.#persistentLoad(id), CONTAINER_BYTES);
  }

  #length4(): number {
    return this.#bytes.bytes(4).readUInt32LE();
  }

  #length8(): number {
    return Number(this.#bytes.bytes(8).readBigUInt64LE());
  }

  #pushInteger(length: number): void {
    if (length > INTEGER_BYTES) this.#fail(`an integer of at most ${INTEGER_BYTES} bytes`, String(length));
    const hex = Buffer.from(this.#bytes.bytes(length)).reverse().toString('hex');
    const value = BigInt.asIntN(length * 8, BigInt(`0x0${hex}`));
    const number = Number(value);
    this.#push(Number.isSafeInteger(number) ? number : value, length + SLOT_BYTES);
  }

  #pushText(length: number, encoding: 'utf8' | 'latin1'): void {
    this.#budget.allocate(2 * length);
    this.#push(this.#bytes.bytes(length).toString(encoding), SLOT_BYTES);
  }

  #pushBytes(length: number): void {
    if (length <= KEPT_BYTES) {
      const kept = new Uint8Array(this.#bytes.bytes(length));
      this.#push(new PickleBytes(length, kept), CONTAINER_BYTES + length);
    } else {
      this.#bytes.skip(length);
      this.#push(new PickleBytes(length, undefined), CONTAINER_BYTES);
    }
  }

  #append(values: readonly PickleValue[]): void {
    const list = this.#top();
    if (list instanceof PickleObject) return; // a list-like object; nothing needs its items
    if (!Array.isArray(list)) this.#fail('a list to append to', kindOf(list));
    this.#budget.allocate(values.length * SLOT_BYTES);
    for (const value of values) list.push(value);
  }

  /** @param items - keys and values in turns */
  #setItems(items: readonly PickleValue[]): void {
    const target = this.#top();
    const map = target instanceof PickleObject ? target.attributes : target;
    if (!(map instanceof Map)) this.#fail('a dictionary to set items of', kindOf(target));
    if (items.length % 2 === 1) this.#fail('keys with values', 'a key without a value');
    this.#budget.allocate((items.length / 2) * ENTRY_BYTES);
    for (let i = 0; i < items.length; i += 2) setItem(map, items[i], items[i + 1]);
  }

  #remember(index: number): void {
    const gap = index - this.#memo.length;
    if (gap > MEMO_GAP) this.#fail('values remembered in sequence', `one as ${index}`);
    this.#budget.allocate(SLOT_BYTES * (Math.max(0, gap) + 1));
    this.#memo[index] = this.#top();
  }

  #recall(index: number): void {
    const value = this.#memo[index];
    if (value === undefined) this.#fail(`a value remembered as ${index}`, 'none');
    this.#push(value);
  }

  /** A line of ASCII text. */
  #line(): string {
    let text = '';
    for (;;) {
      const byte = this.#bytes.byte();
      if (byte === 0x0a) return text;
      if (text.length === NAME_CHARACTERS) this.#fail('the name of a global', shown(text));
      text += String.fromCharCode(byte);
    }
  }

  #pushStackGlobal(name: PickleValue, module: PickleValue): void {
    if (typeof module !== 'string' || typeof name !== 'string') {
      this.#fail('a global with two names', `${kindOf(module)} and ${kindOf(name)}`);
    }
    this.#pushGlobal(module, name);
  }

  #pushGlobal(module: string, name: string): void {
    this.#push(findGlobal(module, name, this.#budget), CONTAINER_BYTES);
  }
}
