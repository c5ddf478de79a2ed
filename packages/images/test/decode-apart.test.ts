import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import sharp from 'sharp';
import { DecodingProcesses, decodePixels, UnusableImage } from '../src/index.js';

/** A drawing of one kilobyte that takes minutes: filters of 15 x 15 over one another. */
function slowDrawing(): Buffer {
  const kernel = `<feConvolveMatrix order="15" kernelMatrix="${'1 '.repeat(225)}"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><filter id="f">${kernel.repeat(40)}</filter><rect width="512" height="512" filter="url(#f)"/></svg>`,
  );
}

/** Squares within squares, each used eight times by the next: 8^9 of them. */
function nestedDrawing(): Buffer {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const uses = Array.from({ length: 8 }, (_, k) => `<use href="#l${i}" x="${k}"/>`);
    return `<g id="l${i + 1}">${uses.join('')}</g>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><defs><rect id="l0" width="500" height="500" fill-opacity="0.1"/>${levels.join('')}</defs><use href="#l9"/></svg>`,
  );
}

const GOOD = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="4" height="4" fill="#c33"/></svg>',
);

test('a drawing that takes too long is given up, and the images after it are decoded', async () => {
  const processes = new DecodingProcesses(1);
  await processes.decode(GOOD);
  await assert.rejects(processes.decode(slowDrawing()), new UnusableImage('decoding takes longer than 1 s'));
  // Either it takes too long, or librsvg's own limit is met first.
  await assert.rejects(processes.decode(nestedDrawing()), UnusableImage);
  const { width, height } = await processes.decode(GOOD);
  assert.deepEqual([width, height], [512, 256]);
});

test('decoded apart, an image has the pixels that it has here', async () => {
  const create = { width: 90, height: 70, channels: 4, background: '#1a2b3c80' } as const;
  for (const bytes of [
    await sharp({ create }).png().toBuffer(),
    await sharp({ create }).jpeg().toBuffer(),
    await sharp({ create }).webp().toBuffer(),
  ]) {
    for (const size of [undefined, { side: 30, fit: 'inside' } as const]) {
      const here = await decodePixels(bytes, size);
      const apart = await decodePixels(bytes, size, { apart: true });
      assert.deepEqual(
        { ...apart, data: Buffer.from(apart.data), alpha: undefined },
        { ...here, data: Buffer.from(here.data), alpha: undefined },
      );
      assert.deepEqual(apart.alpha === undefined, here.alpha === undefined);
    }
  }
});

test('a process that has drawn ends by itself, though its decoder waits for more', () => {
  const module = new URL('../src/index.js', import.meta.url).href;
  const program = `import { decodePixels } from ${JSON.stringify(module)};
    const { width } = await decodePixels(Buffer.from(${JSON.stringify(GOOD.toString())}));
    console.log(width);`;
  assert.equal(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
    '512\n',
  );
});
