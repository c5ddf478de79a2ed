/** CRC of each byte, for the bit-reversed Castagnoli polynomial (RFC 3720, section 12.1). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0x82f63b78 : remainder >>> 1;
  }
  return remainder;
});

/**
 * CRC-32C of the bytes, from 0 to 2^32 - 1. Implemented here because Node's `zlib.crc32` uses another polynomial and
 * the available packages need native binaries or lack types.
 */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
