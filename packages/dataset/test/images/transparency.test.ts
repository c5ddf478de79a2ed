import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePixels } from '@hashsight/images';
import sharp from 'sharp';
import { describeImage } from '../../src/images/describe-image.js';
import { findDuplicates } from '../../src/images/duplicates.js';

// Transparency is part of an image: drawings differ by what is painted, whatever the ground shows of it.

const SHAPES = {
  circle: '<circle cx="100" cy="100" r="60"',
  square: '<rect x="40" y="40" width="120" height="120"',
  bars: '<path d="M20 30h160v30H20zM20 130h160v30H20z"',
};

function svg(...parts: readonly string[]): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">${parts.join('')}</svg>`,
  );
}

const shape = (name: keyof typeof SHAPES, colour: string) => `${SHAPES[name]} fill="${colour}"/>`;

/** By image, its duplicate among those before it. */
async function duplicatesAmong(images: readonly Buffer[]): Promise<readonly (number | undefined)[]> {
  const described = await Promise.all(images.map((bytes) => describeImage(bytes, {})));
  const found = await findDuplicates(described, { count: images.length });
  return images.map((_, i) => found.find(({ image }) => image === i)?.head);
}

for (const [title, images] of [
  ['white shapes on nothing', ['circle', 'square', 'bars'].map((name) => svg(shape(name as 'bars', '#fff')))],
  [
    'black frames that differ in white paint',
    [
      svg('<path d="M0 0h200v200H0z" fill="none" stroke="#000" stroke-width="30"/>'),
      svg(
        '<path d="M0 0h200v200H0z" fill="none" stroke="#000" stroke-width="30"/>',
        shape('circle', '#ffffff'),
      ),
    ],
  ],
  ['shapes that differ in the shade of white', [svg(shape('circle', '#fdfdfd')), svg(shape('bars', '#fff'))]],
] as const) {
  test(`${title} are no duplicates of each other`, async () => {
    const asPng = await Promise.all(images.map((bytes) => sharp(bytes).png().toBuffer()));
    for (const some of [images, asPng]) {
      assert.deepEqual(
        await duplicatesAmong(some),
        some.map(() => undefined),
      );
    }
  });
}

test('copies of a transparent drawing are found: of another size, in another format, and painted on white', async () => {
  const drawing = svg(shape('circle', '#c22'), shape('bars', '#238'));
  const copies = await Promise.all([
    sharp(drawing).png().toBuffer(),
    sharp(drawing).resize(150).webp({ quality: 90 }).toBuffer(),
    sharp(drawing).flatten({ background: '#fff' }).jpeg().toBuffer(),
  ]);
  assert.deepEqual(await duplicatesAmong([drawing, ...copies]), [undefined, 0, 0, 0]);
});

for (const [paint, ground] of [
  ['#ffffff', 0],
  ['#f9f9f9', 0],
  ['#ffff00', 255],
  ['#000000', 255],
  ['#808080', 255],
] as const) {
  test(`what is painted in ${paint} on nothing stands on ${ground === 0 ? 'black' : 'white'} in every size`, async () => {
    const png = await sharp(svg(shape('circle', paint)))
      .png()
      .toBuffer();
    for (const side of [16, 60, 200]) {
      const { data, width, height } = await decodePixels(png, { side, fit: 'inside' });
      const middle = (width * (height >> 1) + (width >> 1)) * 3;
      assert.deepEqual([...data.subarray(0, 3)], [ground, ground, ground]);
      const painted = Number.parseInt(paint.slice(1), 16);
      assert.deepEqual(
        [...data.subarray(middle, middle + 3)],
        [painted >> 16, (painted >> 8) & 255, painted & 255],
      );
    }
  });
}

test('the outline of a white drawing is enough to see it on white; an opaque white image is white', async () => {
  const outlined = svg('<circle cx="100" cy="100" r="60" fill="#fff" stroke="#000" stroke-width="6"/>');
  assert.deepEqual([...(await decodePixels(outlined)).data.subarray(0, 3)], [255, 255, 255]);
  const white = await decodePixels(svg('<rect width="200" height="200" fill="#fff"/>'));
  assert(white.data.every((value) => value === 255));
  assert.equal(white.alpha, undefined);
});

test('half transparent paint is mixed with its ground', async () => {
  const { data, alpha } = await decodePixels(
    svg('<rect width="200" height="200" fill="#c80000" fill-opacity="0.5"/>'),
  );
  const [red, green] = [data[0] as number, data[1] as number];
  assert(Math.abs(red - 228) <= 1 && Math.abs(green - 128) <= 1, `${red}, ${green}`);
  assert.equal(alpha?.[0], 128);
});
