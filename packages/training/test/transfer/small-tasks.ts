import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Random } from '@hashsight/formats';
import sharp from 'sharp';

const COLORS = { red: [170, 50, 50], green: [50, 160, 50], blue: [50, 50, 170] } as const;

/** Names of the classes of {@link writeClassFolders}. */
export const CLASSES = Object.keys(COLORS) as readonly (keyof typeof COLORS)[];

const SIZE = { width: 40, height: 36 };

/** Writes a grainy image of a color; another number gives another image. */
export async function writeGrain(file: string, color: keyof typeof COLORS, number: number): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const random = new Random(number, CLASSES.indexOf(color));
  const base = COLORS[color];
  const shade = random.below(40) - 20;
  const pixels = Uint8Array.from(
    { length: SIZE.width * SIZE.height * 3 },
    (_, i) => (base[i % 3] as number) + shade + random.below(64) - 32 + 20,
  );
  await sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .png()
    .toFile(file);
}

/** Writes class folders of grainy images: `train`, `val`, and `test` with so many images of each color. */
export async function writeClassFolders(
  folder: string,
  counts: { readonly train: number; readonly val: number; readonly test: number },
  colors: readonly (keyof typeof COLORS)[] = CLASSES,
): Promise<string> {
  let number = 0;
  for (const [split, count] of Object.entries(counts)) {
    for (const color of colors) {
      for (let i = 0; i < count; i++)
        await writeGrain(path.join(folder, split, color, `${i}.png`), color, number++);
    }
  }
  return folder;
}
