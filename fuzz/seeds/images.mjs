// Small images in each of the formats that Hashsight reads, with the odd properties that formats have.
import sharp from 'sharp';

/** @returns images with the extension of their format */
export async function images() {
  const spots = sharp(Buffer.from(Array.from({ length: 75 }, (_, i) => (i * 89) % 256)), {
    raw: { width: 5, height: 5, channels: 3 },
  }).resize(70, 50, { kernel: 'cubic', fit: 'fill' });
  const base = await spots.png().toBuffer();
  const from = () => sharp(base);
  const transparent = await from().ensureAlpha(0.5).raw().toBuffer({ resolveWithObject: true });
  const withAlpha = () => sharp(transparent.data, { raw: transparent.info });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><defs><linearGradient id="g"><stop offset="0"
    stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="40" height="30" fill="url(#g)"/>
    <g transform="rotate(10)"><path d="M3 3L20 9 5 22z" opacity=".5"/><text x="4" y="20">cat</text></g></svg>`;
  const jpeg = (options) => from().jpeg(options).toBuffer();
  return [
    ['jpg', await jpeg()],
    ['jpg', await jpeg({ progressive: true })],
    ['jpg', await jpeg({ chromaSubsampling: '4:4:4', optimiseCoding: true })],
    ['jpg', await from().greyscale().jpeg().toBuffer()],
    ['jpg', await from().toColourspace('cmyk').jpeg().toBuffer()],
    [
      'jpg',
      await from()
        .withExif({ IFD0: { Artist: 'someone' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    ],
    ['png', base],
    ['png', await from().png({ palette: true }).toBuffer()],
    ['png', await from().toColourspace('rgb16').png().toBuffer()],
    ['png', await withAlpha().png().toBuffer()],
    ['webp', await from().webp().toBuffer()],
    ['webp', await withAlpha().webp({ lossless: true }).toBuffer()],
    ['gif', await from().gif().toBuffer()],
    ['svg', Buffer.from(svg)],
  ].map(([extension, bytes]) => ({ extension, bytes }));
}

/** PNGs check each part by its CRC-32, so that nothing behind it would be tried: sets them right again. */
export function repairPng(bytes) {
  const result = Buffer.from(bytes);
  for (let at = 8; at + 12 <= result.length; ) {
    const length = result.readUInt32BE(at);
    if (at + 12 + length > result.length) break;
    result.writeUInt32BE(crc32(result.subarray(at + 4, at + 8 + length)), at + 8 + length);
    at += 12 + length;
  }
  return result;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0); // the reversed polynomial of PNG
  }
  return ~crc >>> 0;
}
