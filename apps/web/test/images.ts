import sharp from 'sharp';

/** A file for `setInputFiles`. */
export interface ImageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A JPEG of one color with a square of another in its upper left quarter. */
export async function squareOn(background: string, square: string): Promise<ImageFile> {
  const patch = await sharp({ create: { width: 64, height: 64, channels: 3, background: square } })
    .png()
    .toBuffer();
  const buffer = await sharp({ create: { width: 128, height: 128, channels: 3, background } })
    .composite([{ input: patch, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer();
  return { name: `${square}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** A PNG that claims to have a trillion pixels. */
export async function bomb(): Promise<ImageFile> {
  const buffer = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  buffer.writeUInt32BE(1_000_000, 16);
  buffer.writeUInt32BE(1_000_000, 20);
  return { name: 'bomb.png', mimeType: 'image/png', buffer };
}

/** A text file with the name of an image. */
export const TEXT: ImageFile = {
  name: 'notes.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('These are notes, not an image. '.repeat(20)),
};
