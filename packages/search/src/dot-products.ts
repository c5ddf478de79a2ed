/**
 * The inner loop of the search, as a WebAssembly module of one function. JavaScript adds in float64, one value at a time;
 * SIMD instructions of 4 floats read the rows as fast as memory delivers them.
 *
 * The function is `dots(row, end, stride, query, out)`: for each row of `stride` bytes from `row` to `end`, it writes the
 * float32 product with the query to `out`. All are addresses in the imported memory; `stride` is a multiple of 64.
 */
export type DotProducts = (row: number, end: number, stride: number, query: number, out: number) => void;

/** A row is padded with zeros to a multiple of this many values: four registers of four floats. */
export const ROW_MULTIPLE = 16;

/** An instance of the module that works on a memory. */
export function dotProducts(memory: WebAssembly.Memory): DotProducts {
  compiled ??= new WebAssembly.Module(moduleBytes());
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return exports.dots as DotProducts;
}

let compiled: WebAssembly.Module | undefined;

// Opcodes of the WebAssembly 2.0 specification, section 5.4.
const LOOP = 0x03;
const END = 0x0b;
const BR_IF = 0x0d;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;
const F32_STORE = 0x38;
const I32_CONST = 0x41;
const I32_LT_U = 0x49;
const I32_ADD = 0x6a;
const F32_ADD = 0x92;
const V128_LOAD = [0xfd, 0x00];
const V128_ZERO = [0xfd, 0x0c, ...Array<number>(16).fill(0)];
const F32X4_EXTRACT_LANE = [0xfd, 0x1f];
const F32X4_ADD = [0xfd, 0xe4, 0x01];
const F32X4_MUL = [0xfd, 0xe6, 0x01];
const NO_RESULT = 0x40;
const I32 = 0x7f;
const V128 = 0x7b;
/** Alignment hint of 4 bytes. */
const ALIGNED_4 = 2;

// Parameters and locals by their numbers.
const ROW = 0;
const LAST = 1;
const STRIDE = 2;
const QUERY = 3;
const OUT = 4;
const POSITION = 5;
const ROW_END = 6;
/** Four independent sums, so that one addition need not wait for the one before. */
const SUMS = [7, 8, 9, 10] as const;

const add = (local: number, bytes: number) => [
  ...[LOCAL_GET, local, I32_CONST, ...signedLeb(bytes), I32_ADD, LOCAL_SET, local],
];

function code(): number[] {
  const [first, second, third, fourth] = SUMS;
  const multiplyAdd = (sum: number, offset: number) => [
    ...[LOCAL_GET, sum],
    ...[LOCAL_GET, ROW, ...V128_LOAD, ALIGNED_4, offset],
    ...[LOCAL_GET, POSITION, ...V128_LOAD, ALIGNED_4, offset],
    ...[...F32X4_MUL, ...F32X4_ADD, LOCAL_SET, sum],
  ];
  const lane = (number: number) => [LOCAL_GET, first, ...F32X4_EXTRACT_LANE, number];
  return [
    ...[LOOP, NO_RESULT],
    ...SUMS.flatMap((sum) => [...V128_ZERO, LOCAL_SET, sum]),
    ...[LOCAL_GET, QUERY, LOCAL_SET, POSITION],
    ...[LOCAL_GET, ROW, LOCAL_GET, STRIDE, I32_ADD, LOCAL_SET, ROW_END],
    ...[LOOP, NO_RESULT],
    ...SUMS.flatMap((sum, i) => multiplyAdd(sum, 16 * i)),
    ...add(POSITION, 64),
    ...[LOCAL_GET, ROW, I32_CONST, ...signedLeb(64), I32_ADD, LOCAL_TEE, ROW],
    ...[LOCAL_GET, ROW_END, I32_LT_U, BR_IF, 0, END],
    ...[LOCAL_GET, first, LOCAL_GET, second, ...F32X4_ADD],
    ...[LOCAL_GET, third, LOCAL_GET, fourth, ...F32X4_ADD, ...F32X4_ADD, LOCAL_SET, first],
    ...[LOCAL_GET, OUT],
    ...[...lane(0), ...lane(1), F32_ADD, ...lane(2), ...lane(3), F32_ADD, F32_ADD],
    ...[F32_STORE, ALIGNED_4, 0],
    ...add(OUT, 4),
    ...[LOCAL_GET, ROW, LOCAL_GET, LAST, I32_LT_U, BR_IF, 0, END],
  ];
}

/** The binary module: a type, the imported memory, the function, its export, and its code. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const locals = [2, 2, I32, SUMS.length, V128]; // two groups: two addresses, four sums
  const body = [...locals, ...code(), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('env'), ...name('memory'), 0x02, 0x00, ...unsignedLeb(1)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('dots'), 0x00, 0]),
    ...section(10, [1, ...unsignedLeb(body.length), ...body]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsignedLeb(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...Buffer.from(text)];
}

function unsignedLeb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsignedLeb(value >>> 7)];
}

/** For values from 0 to 8191. */
function signedLeb(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, value >>> 7];
}
