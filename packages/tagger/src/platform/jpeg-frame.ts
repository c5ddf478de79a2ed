/** Where a JPEG keeps its size: the offset of the frame header's height, and the stored size. */
export interface JpegFrame {
  /** Offset of the height, two bytes in big-endian order; the width follows. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds the frame header of a JPEG (ISO/IEC 10918-1, B.2.2).
 *
 * @returns undefined if there is none before the first scan
 */
export function jpegFrame(bytes: Uint8Array): JpegFrame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++; // fill bytes may precede a marker
      continue;
    }
    if (marker === 0xda) return undefined;
    // SOF0 to SOF15, except DHT, JPG, and DAC, which have numbers between them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { at: at + 5, height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
