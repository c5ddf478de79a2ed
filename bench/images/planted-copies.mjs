// Copies of an image, changed as people change images: pure functions of (image, draw).
import sharp from 'sharp';

/** A pseudorandom number from 0 to 1 for each call (mulberry32). */
export function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random, low, high) => low + random() * (high - low);
const pick = (random, values) => values[Math.floor(random() * values.length)];

/** Keeps a part of each side, at a random place. */
async function crop(image, random, least, most) {
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  const width = Math.max(8, Math.round(info.width * between(random, least, most)));
  const height = Math.max(8, Math.round(info.height * between(random, least, most)));
  const left = Math.floor(random() * (info.width - width + 1));
  const top = Math.floor(random() * (info.height - height + 1));
  return sharp(data).extract({ left, top, width, height });
}

async function border(image, random) {
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  const side = () => Math.round(Math.max(info.width, info.height) * between(random, 0.04, 0.25));
  const even = side();
  const kind = pick(random, ['even', 'uneven', 'bars']);
  const background = pick(random, ['#fff', '#000', '#2b6cb0', '#d9c7a3', '#808080']);
  const by = {
    even: { top: even, bottom: even, left: even, right: even },
    uneven: { top: side(), bottom: side(), left: side(), right: side() },
    bars: { top: even, bottom: even, left: 0, right: 0 },
  }[kind];
  return sharp(data).extend({ ...by, background });
}

async function caption(image, random) {
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const size = Math.round(Math.min(width, height) * between(random, 0.08, 0.14));
  const text = pick(random, [
    'HELLO WORLD',
    'when you see it',
    'Happy Birthday!',
    'SALE 50 %',
    '© example.com 2026',
  ]);
  const font = `font-family="sans-serif" font-weight="bold" text-anchor="middle" font-size="${size}"`;
  const kind = pick(random, ['band', 'meme', 'across']);
  const drawn = {
    band: `<rect y="${height - 1.6 * size}" width="${width}" height="${1.6 * size}" fill="#000" opacity="0.85"/><text x="${width / 2}" y="${height - 0.5 * size}" fill="#fff" ${font}>${text}</text>`,
    meme: `<g fill="#fff" stroke="#000" stroke-width="${size / 12}" ${font}><text x="${width / 2}" y="${1.1 * size}">${text}</text><text x="${width / 2}" y="${height - 0.4 * size}">${text}</text></g>`,
    across: `<text x="${width / 2}" y="${height / 2}" fill="#888" opacity="0.7" transform="rotate(-25 ${width / 2} ${height / 2})" ${font}>${text}</text>`,
  }[kind];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn}</svg>`;
  return sharp(data).composite([{ input: Buffer.from(svg) }]);
}

function colors(image, random) {
  const kind = pick(random, ['gray', 'hue', 'saturation', 'light', 'sepia']);
  if (kind === 'gray') return image.grayscale();
  if (kind === 'hue') return image.modulate({ hue: Math.round(between(random, 40, 320)) });
  if (kind === 'saturation') return image.modulate({ saturation: pick(random, [0.3, 1.8]) });
  if (kind === 'light') return image.linear(between(random, 0.6, 1.3), between(random, -30, 30));
  return image.recomb([
    [0.393, 0.769, 0.189],
    [0.349, 0.686, 0.168],
    [0.272, 0.534, 0.131],
  ]);
}

async function encoded(image, random) {
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  const smaller = sharp(data).resize(Math.max(24, Math.round(info.width * between(random, 0.4, 1))));
  return pick(random, [0, 1, 2]) === 0
    ? smaller.webp({ quality: Math.round(between(random, 20, 60)) })
    : smaller.jpeg({ quality: Math.round(between(random, 20, 60)) });
}

const mirrored = (image) => image.flop();
const again = async (image) => sharp(await image.png().toBuffer());

/** The changes by name: `(image, random) => image`, of sharp's images on white. */
export const CHANGES = {
  're-encoded': encoded,
  mirrored,
  'cropped to 70 to 95 % of each side': (image, random) => crop(image, random, 0.7, 0.95),
  'cropped to 50 to 70 % of each side': (image, random) => crop(image, random, 0.5, 0.7),
  bordered: border,
  captioned: caption,
  recolored: colors,
  'mirrored, recolored': async (image, random) => colors(await again(mirrored(image)), random),
  'bordered, captioned, re-encoded': async (image, random) =>
    encoded(await again(await caption(await again(await border(image, random)), random)), random),
  'cropped to 70 to 95 %, mirrored, re-encoded': async (image, random) =>
    encoded(await again(mirrored(await again(await crop(image, random, 0.7, 0.95)))), random),
};

/**
 * A changed copy as an encoded image: JPEG at quality 85 unless the change itself encodes.
 *
 * @param bytes - the original
 * @param seed - the same seed gives the same copy
 */
export async function changedCopy(bytes, change, seed) {
  const upright = sharp(
    await sharp(bytes).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb').png().toBuffer(),
  );
  const image = await CHANGES[change](upright, uniform(seed));
  return change.endsWith('re-encoded') ? image.toBuffer() : image.jpeg({ quality: 85 }).toBuffer();
}
