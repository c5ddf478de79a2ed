import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import { readAt } from '../read-at.js';

/** A file in a zip archive: its bytes as they are in the archive. */
export interface ZipEntry {
  /** Position of the first byte in the archive. */
  readonly begin: number;
  readonly bytes: number;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_BYTES = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_BYTES = 56;
const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ZIP64_FIELD = 0x0001;
const ENCRYPTED_FLAG = 1;
/** Bytes of the list of files; a tensor needs about 150. */
const MAX_DIRECTORY_BYTES = 64 << 20;

/**
 * Reads the directory of a zip archive, zip64 too, and checks that its files are stored without compression, each in a
 * range of its own. (PyTorch never compresses, so nothing can unpack to more than the file's own size.)
 *
 * @param source - the file, for error messages
 * @throws WeightsError if the archive is malformed or compressed
 */
export function readZip(descriptor: number, fileBytes: number, source: string): Map<string, ZipEntry> {
  const { position, bytes, count } = findDirectory(descriptor, fileBytes, source);
  const directory = readAt(descriptor, bytes, position);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    const { name, header, size, next } = parseRecord(directory, at, source);
    if (entries.has(name)) fail(source, `each file once, got ${shown(name)} twice`);
    entries.set(name, { begin: dataStart(descriptor, header, position, source), bytes: size });
    at = next;
  }
  checkRanges(entries, position, source);
  return entries;
}

function fail(source: string, text: string): never {
  throw new WeightsError(
    `${source}: expected the zip archive of a PyTorch checkpoint with ${text}; the file is truncated or corrupt, get it again`,
  );
}

/** A 64-bit number; one that a file cannot have becomes infinite. */
function number64(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
}

interface Directory {
  readonly position: number;
  readonly bytes: number;
  readonly count: number;
}

/** Finds the directory by the record at the end of the archive. */
function findDirectory(descriptor: number, fileBytes: number, source: string): Directory {
  const tailBytes = Math.min(fileBytes, END_BYTES + COMMENT_BYTES);
  const tail = readAt(descriptor, tailBytes, fileBytes - tailBytes);
  let at = tail.length - END_BYTES;
  while (at >= 0 && !(tail.readUInt32LE(at) === END_SIGNATURE && isEnd(tail, at))) at -= 1;
  if (at < 0) fail(source, 'a directory at its end, got none');
  const end = fileBytes - tailBytes + at;
  const directory = directory64(descriptor, end, source) ?? {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    position: tail.readUInt32LE(at + 16),
  };
  const { position, bytes, count } = directory;
  if (!(position + bytes <= end)) fail(source, 'a directory before its end, got one beyond it');
  if (bytes > MAX_DIRECTORY_BYTES)
    fail(source, `a directory of at most ${MAX_DIRECTORY_BYTES} bytes, got ${bytes}`);
  if (!(count * DIRECTORY_BYTES <= bytes)) fail(source, `${count} files in its directory, got fewer`);
  return directory;
}

/** Whether the comment of an end record at `at` reaches exactly to the end of the file. */
function isEnd(tail: Buffer, at: number): boolean {
  return at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length;
}

function directory64(descriptor: number, end: number, source: string): Directory | undefined {
  if (end < END64_LOCATOR_BYTES + END64_BYTES) return undefined;
  const locator = readAt(descriptor, END64_LOCATOR_BYTES, end - END64_LOCATOR_BYTES);
  if (locator.readUInt32LE() !== END64_LOCATOR_SIGNATURE) return undefined;
  const position = number64(locator, 8);
  if (!(position + END64_BYTES + END64_LOCATOR_BYTES <= end)) fail(source, 'a zip64 record, got none');
  const record = readAt(descriptor, END64_BYTES, position);
  if (record.readUInt32LE() !== END64_SIGNATURE) fail(source, 'a zip64 record, got none');
  return { count: number64(record, 32), bytes: number64(record, 40), position: number64(record, 48) };
}

interface DirectoryRecord {
  readonly name: string;
  /** Position of the file's local header. */
  readonly header: number;
  readonly size: number;
  /** Offset of the next record. */
  readonly next: number;
}

function parseRecord(directory: Buffer, at: number, source: string): DirectoryRecord {
  if (at + DIRECTORY_BYTES > directory.length || directory.readUInt32LE(at) !== DIRECTORY_SIGNATURE) {
    fail(source, 'a record for each file in its directory, got something else');
  }
  const nameEnd = at + DIRECTORY_BYTES + directory.readUInt16LE(at + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
  const next = extraEnd + directory.readUInt16LE(at + 32);
  if (next > directory.length) fail(source, 'whole records in its directory, got a part of one');
  const name = directory.toString('utf8', at + DIRECTORY_BYTES, nameEnd);
  const flags = directory.readUInt16LE(at + 8);
  const method = directory.readUInt16LE(at + 10);
  if ((flags & ENCRYPTED_FLAG) !== 0) fail(source, `readable files, got ${shown(name)} encrypted`);
  const sizes = [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ];
  widen(sizes, directory.subarray(nameEnd, extraEnd));
  const [size, stored, header] = sizes as [number, number, number];
  if (method !== 0 || size !== stored) {
    throw new WeightsError(
      `${source}: expected stored files in the zip archive, as PyTorch writes them, got ${shown(name)} compressed; save it again with torch.save`,
    );
  }
  return { name, header, size, next };
}

/** Replaces sizes of 2^32 - 1 by those of the zip64 field, which holds only those, in this order. */
function widen(sizes: number[], extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_FIELD) continue;
    let value = at + 4;
    const end = Math.min(extra.length, value + extra.readUInt16LE(at + 2));
    for (const [i, size] of sizes.entries()) {
      if (size !== 0xffffffff || value + 8 > end) continue;
      sizes[i] = number64(extra, value);
      value += 8;
    }
    return;
  }
}

/** Position of a file's data, after its local header. */
function dataStart(descriptor: number, header: number, limit: number, source: string): number {
  if (!(header + LOCAL_BYTES <= limit)) fail(source, 'files before its directory, got one beyond it');
  const local = readAt(descriptor, LOCAL_BYTES, header);
  if (local.length < LOCAL_BYTES || local.readUInt32LE() !== LOCAL_SIGNATURE) {
    fail(source, 'a header before each file, got something else');
  }
  return header + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
}

/** Checks that the files lie before the directory and do not overlap. */
function checkRanges(entries: ReadonlyMap<string, ZipEntry>, limit: number, source: string): void {
  const sorted = [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.bytes - b.bytes);
  let end = 0;
  for (const [name, { begin, bytes }] of sorted) {
    if (begin < end) fail(source, `a range of its own for each file, got ${shown(name)} within another`);
    end = begin + bytes;
    if (!(end <= limit)) fail(source, `files before its directory, got ${shown(name)} beyond it`);
  }
}
