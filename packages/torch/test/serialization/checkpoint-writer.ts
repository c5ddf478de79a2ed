import { crc32 } from 'node:zlib';

// Pickles and PyTorch's files of any content, malformed ones too, written opcode by opcode.

function uint(value: number | bigint, bytes: 1 | 2 | 4 | 8): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return buffer.subarray(0, bytes);
}

/** Opcodes, and texts as bytes of latin1. */
export function bytes(...parts: readonly (string | number | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.map((part) =>
      typeof part === 'number'
        ? Buffer.of(part)
        : typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : part,
    ),
  );
}

export { uint };

export const NONE = bytes('N');
export const MARK = bytes('(');

export function text(value: string): Buffer {
  const encoded = Buffer.from(value);
  return bytes('X', uint(encoded.length, 4), encoded);
}

export function integer(value: number): Buffer {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) {
    const buffer = Buffer.alloc(4);
    buffer.writeInt32LE(value);
    return bytes('J', buffer);
  }
  return bytes(0x8a, 8, uint(BigInt(value), 8));
}

export function global(module: string, name: string): Buffer {
  return bytes(`c${module}\n${name}\n`);
}

export function tuple(...items: readonly Uint8Array[]): Buffer {
  return bytes('(', ...items, 't');
}

export function list(...items: readonly Uint8Array[]): Buffer {
  return bytes('](', ...items, 'e');
}

export function dict(...entries: readonly (readonly [key: string, value: Uint8Array])[]): Buffer {
  return bytes('}(', ...entries.flatMap(([key, value]) => [text(key), value]), 'u');
}

/** The call of a function. */
export function reduce(target: Uint8Array, ...args: readonly Uint8Array[]): Buffer {
  return bytes(target, tuple(...args), 'R');
}

/** A whole pickle. */
export function pickle(value: Uint8Array): Buffer {
  return bytes(0x80, 2, value, '.');
}

export function storage(
  key: string,
  elements: number,
  type = 'FloatStorage',
  ...rest: readonly Uint8Array[]
) {
  const items = [text('storage'), global('torch', type), text(key), text('cpu'), integer(elements), ...rest];
  return bytes(tuple(...items), 'Q');
}

/** A tensor as a view of a storage. */
export function tensor(
  of: Uint8Array,
  shape: readonly number[],
  strides: readonly number[],
  offset = 0,
): Buffer {
  return reduce(
    global('torch._utils', '_rebuild_tensor_v2'),
    of,
    integer(offset),
    tuple(...shape.map(integer)),
    tuple(...strides.map(integer)),
    bytes(0x89),
    reduce(global('collections', 'OrderedDict')),
  );
}

/** A file of an archive, and what its records say if not the truth. */
export interface ArchiveFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Size in the directory. */
  readonly size?: number;
  /** Uncompressed size in the directory. */
  readonly fullSize?: number;
  /** Position in the directory. */
  readonly position?: number;
}

/** A zip archive. */
export function zip(
  files: readonly ArchiveFile[],
  end: { readonly count?: number; readonly position?: number } = {},
) {
  const parts: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const { name, data, method = 0, flags = 0, size, fullSize, position } of files) {
    const stored = uint(size ?? data.length, 4);
    const full = uint(fullSize ?? size ?? data.length, 4);
    const common = bytes(uint(flags, 2), uint(method, 2), uint(0, 4), uint(crc32(data), 4), stored, full);
    const local = bytes('PK\x03\x04', uint(20, 2), common, uint(name.length, 2), uint(0, 2), name);
    records.push(
      bytes(
        'PK\x01\x02',
        uint(20, 2),
        uint(20, 2),
        common,
        uint(name.length, 2),
        Buffer.alloc(12),
        uint(position ?? at, 4),
        name,
      ),
    );
    parts.push(local, Buffer.from(data));
    at += local.length + data.length;
  }
  const directory = Buffer.concat(records);
  const count = uint(end.count ?? files.length, 2);
  const last = bytes(
    'PK\x05\x06',
    uint(0, 4),
    count,
    count,
    uint(directory.length, 4),
    uint(end.position ?? at, 4),
    uint(0, 2),
  );
  return Buffer.concat([...parts, directory, last]);
}

/** A checkpoint in the zip form. */
export function zipForm(content: Uint8Array, storages: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  return zip([
    { name: 'archive/data.pkl', data: content },
    { name: 'archive/byteorder', data: Buffer.from('little') },
    ...Object.entries(storages).map(([key, data]) => ({ name: `archive/data/${key}`, data })),
    { name: 'archive/version', data: Buffer.from('3\n') },
  ]);
}

/** The number that the legacy form begins with. */
export const MAGIC = bytes(0x8a, 10, Buffer.from('1950a86a20f9469cfc6c', 'hex').reverse());

/** The first three pickles of the legacy form. */
export function legacyHead(
  options: { readonly version?: number; readonly littleEndian?: boolean } = {},
): Buffer {
  const { version = 1001, littleEndian = true } = options;
  return bytes(
    pickle(MAGIC),
    pickle(integer(version)),
    pickle(dict(['protocol_version', integer(1001)], ['little_endian', bytes(littleEndian ? 0x88 : 0x89)])),
  );
}

/** A storage in the legacy form: its number of elements and its data. */
export interface LegacyStorage {
  readonly key: string;
  readonly elements: number | bigint;
  readonly data: Uint8Array;
}

/** A checkpoint in the legacy form. */
export function legacyForm(
  content: Uint8Array,
  storages: readonly LegacyStorage[] = [],
  head = legacyHead(),
): Buffer {
  return bytes(
    head,
    content,
    pickle(list(...storages.map(({ key }) => text(key)))),
    ...storages.map(({ elements, data }) => bytes(uint(elements, 8), data)),
  );
}
