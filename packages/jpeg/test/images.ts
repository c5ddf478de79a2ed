import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import sharp from 'sharp';

/** A new empty folder, gone when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-jpeg-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What {@link jpegOf} takes besides sharp's own options. */
export interface JpegOptions {
  readonly chromaSubsampling?: string;
  readonly progressive?: boolean;
  readonly orientation?: number;
  readonly colours?: 'srgb' | 'b-w' | 'cmyk';
}

/** A JPEG that is nowhere alike: smooth waves of each colour, and some noise. */
export async function jpegOf(width: number, height: number, options: JpegOptions = {}): Promise<Buffer> {
  const { orientation, colours = 'srgb', ...rest } = options;
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let channel = 0; channel < 3; channel++) {
      const wave = Math.sin(x / (9 + 4 * channel)) * Math.cos(y / (17 - 5 * channel));
      pixels[3 * i + channel] = 128 + 100 * wave + ((i * 7919 + channel * 104729) % 23);
    }
  }
  const image = sharp(pixels, { raw: { width, height, channels: 3 } }).toColourspace(colours);
  const turned = orientation === undefined ? image : image.withMetadata({ orientation });
  return turned.jpeg({ quality: 90, ...rest }).toBuffer();
}

/** Writes images into files and returns their paths. */
export function filesOf(t: TestContext, images: readonly Uint8Array[]): string[] {
  const folder = temporaryFolder(t);
  return images.map((bytes, i) => {
    const file = path.join(folder, `${i}.jpg`);
    writeFileSync(file, bytes);
    return file;
  });
}

/** The largest and the mean difference of two images, in levels of 255. */
export function differenceOf(one: Uint8Array, other: Uint8Array): { max: number; mean: number } {
  if (one.length !== other.length)
    throw new Error(`expected images of one size, got ${one.length}, ${other.length}`);
  let max = 0;
  let sum = 0;
  for (const [i, value] of one.entries()) {
    const difference = Math.abs(value - (other[i] as number));
    if (difference > max) max = difference;
    sum += difference;
  }
  return { max, mean: sum / one.length };
}
