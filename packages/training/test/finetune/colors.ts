import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Random, type Sample } from '@hashsight/formats';
import sharp from 'sharp';

/** Classes of {@link colorSamples}: red, green, and blue. */
export const COLORS = [
  [220, 40, 40],
  [40, 190, 40],
  [40, 60, 220],
] as const;

/** Noisy images of one color each, `perClass` of each class in turn, in a folder that is gone when the process ends. */
export async function colorSamples(perClass: number): Promise<Sample[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-colors-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const samples: Sample[] = [];
  for (let i = 0; i < perClass * COLORS.length; i++) {
    const label = i % COLORS.length;
    const random = new Random(i);
    const pixels = Uint8Array.from({ length: 40 * 40 * 3 }, (_, byte) => {
      return Math.min(255, Math.max(0, (COLORS[label]?.[byte % 3] as number) + random.uniform(-90, 90)));
    });
    const file = path.join(folder, `${i}.png`);
    await sharp(pixels, { raw: { width: 40, height: 40, channels: 3 } })
      .png()
      .toFile(file);
    samples.push({ id: `${i}`, imagePath: file, image: { file }, labels: [label], replicationFactor: 1 });
  }
  return samples;
}
