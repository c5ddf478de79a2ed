// Small files that ask for much: many pixels, many frames, deep markup.
import sharp from 'sharp';

/** @returns images with the extension of their format */
export async function bombs() {
  const flat = (width, height) => sharp({ create: { width, height, channels: 3, background: '#fff' } });
  const huge = await flat(5_000, 5_000).png({ palette: true, compressionLevel: 9 }).toBuffer();
  const wide = await flat(60_000, 30).png().toBuffer();
  const frames = Buffer.concat(Array.from({ length: 300 }, () => Buffer.alloc(16 * 16 * 3, 200)));
  const animated = await sharp(frames, { raw: { width: 16, height: 16 * 300, channels: 3, pageHeight: 16 } })
    .gif()
    .toBuffer();
  // The header of a small image with the size of a huge one.
  const lying = await flat(8, 8).png().toBuffer();
  lying.writeUInt32BE(2_000_000_000, 16);
  const deep = `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`;
  const laughs = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]><svg xmlns="http://www.w3.org/2000/svg"><text>&c;</text></svg>`;
  // The head of a HEIC file.
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(500),
  ]);
  return [
    ['png', huge],
    ['png', wide],
    ['gif', animated],
    ['png', lying],
    ['svg', Buffer.from(deep)],
    ['svg', Buffer.from(laughs)],
    ['heic', heic],
  ].map(([extension, bytes]) => ({ extension, bytes }));
}
