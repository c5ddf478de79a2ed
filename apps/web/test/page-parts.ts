import type { Page } from 'playwright-core';
import type { ImageFile } from './images.js';

/** Longest wait for anything, on a busy machine too. */
export const TIMEOUT = 60_000;

/** Chooses a file as a reader does, and waits for its hashtags. */
export async function choose(page: Page, file: ImageFile): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator(`.frame img[alt="${file.name}"]`).waitFor({ timeout: TIMEOUT });
  await tagged(page);
}

/** Waits for hashtags. */
export async function tagged(page: Page): Promise<void> {
  await page.locator('.tag').first().waitFor({ timeout: TIMEOUT });
}

/** The hashtags that are shown with their probabilities, best first. */
export async function tags(
  page: Page,
): Promise<readonly { readonly name: string; readonly share: number }[]> {
  const rows = await page.locator('.tag').evaluateAll((elements) =>
    elements.map((element) => ({
      name: element.querySelector('.tag-name')?.firstChild?.textContent ?? '',
      hashtag: element.querySelector('.tag-name')?.textContent ?? '',
      share: element.querySelector('.tag-share')?.firstChild?.textContent ?? '',
    })),
  );
  return rows.map(({ hashtag, share }) => ({
    name: /#(\S+)/.exec(hashtag)?.[1] ?? '',
    share: Number.parseFloat(share.replace('<', '')),
  }));
}

/** The strongest part of the heat map that is shown, as shares of the image. */
export async function hottest(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  await page.locator('.heat.shown').waitFor({ timeout: TIMEOUT });
  return page.locator('.heat.shown').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    let best = { x: 0, y: 0, red: -1 };
    for (let i = 0; i < width * height; i++) {
      // Warm colors are red and opaque.
      const red = (data[4 * i] ?? 0) * (data[4 * i + 3] ?? 0);
      if (red > best.red) best = { x: (i % width) / width, y: Math.floor(i / width) / height, red };
    }
    return best;
  });
}
