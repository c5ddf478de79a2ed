import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from '@hashsight/formats';
import sharp from 'sharp';

const HASHTAGS = [
  { name: 'red', rgb: [200, 60, 60] },
  { name: 'blue', rgb: [60, 60, 200] },
] as const;

/** Squares a side: so coarse that no two images look the same. */
const SQUARES = 6;

/**
 * Writes `posts.jsonl` and `photos/` into a folder: red images and blue ones in turns, each of coarse squares of its own.
 */
export async function taggedPhotos(folder: string, count: number): Promise<void> {
  mkdirSync(path.join(folder, 'photos'));
  const posts = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const { name, rgb } = HASHTAGS[i % 2 === 0 ? 0 : 1];
      const random = new Random(i);
      const squares = Uint8Array.from({ length: SQUARES * SQUARES * 3 });
      for (let square = 0; square < SQUARES * SQUARES; square++) {
        const light = random.uniform(0.3, 1.2);
        for (const [channel, value] of rgb.entries()) {
          squares[square * 3 + channel] = Math.min(255, Math.round(value * light));
        }
      }
      const image = `${name}-${i}.png`;
      await sharp(squares, { raw: { width: SQUARES, height: SQUARES, channels: 3 } })
        .resize(48, 48, { kernel: 'nearest' })
        .toFile(path.join(folder, 'photos', image));
      return JSON.stringify({ id: String(i), image, hashtags: [`#${name}`] });
    }),
  );
  writeFileSync(path.join(folder, 'posts.jsonl'), `${posts.join('\n')}\n`);
}
