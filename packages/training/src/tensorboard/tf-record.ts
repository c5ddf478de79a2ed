import { crc32c } from './crc32c.js';

/** Bytes before and after the data of a record: the length with its checksum, and the checksum of the data. */
const HEADER_BYTES = 12;
const FOOTER_BYTES = 4;

/** Masks a checksum, because data may itself contain checksums (TensorFlow's `lib/hash/crc32c.h`). */
function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Frames data as a TFRecord (TensorFlow's `lib/io/record_writer.h`). */
export function tfRecord(data: Uint8Array): Uint8Array {
  const record = new Uint8Array(HEADER_BYTES + data.length + FOOTER_BYTES);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc(record.subarray(0, 8)), true);
  record.set(data, HEADER_BYTES);
  view.setUint32(HEADER_BYTES + data.length, maskedCrc(data), true);
  return record;
}
