import sharp from 'sharp';

const WIDTH = 500;
const HEIGHT = 375;
/** Width, height and weight of layers of noise, from large and strong to fine and weak, as the spectrum of photographs is. */
const LAYERS = [
  [4, 3, 90],
  [12, 9, 50],
  [40, 30, 30],
  [125, 94, 18],
  [WIDTH, HEIGHT, 10],
];

/** Whole numbers below 2^32, the same for the same seed (xorshift). */
export function draws(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

/** A JPEG of 500 x 375 pixels with about as many bytes as a photograph of that size has (44 kB): noise and shapes. */
export async function photograph(seed) {
  const draw = draws(seed);
  const sums = new Float32Array(WIDTH * HEIGHT * 3);
  for (const [width, height, weight] of LAYERS) {
    const noise = Uint8Array.from({ length: width * height * 3 }, () => draw() & 255);
    const layer = await sharp(noise, { raw: { width, height, channels: 3 } })
      .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer();
    for (let i = 0; i < sums.length; i++) sums[i] += ((layer[i] - 128) * weight) / 128;
  }
  const pixels = Uint8ClampedArray.from(sums, (sum) => 128 + sum);
  const shapes = Array.from({ length: 6 }, () => {
    const [x, y, radius] = [draw() % WIDTH, draw() % HEIGHT, 10 + (draw() % 60)];
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${draw() % 360} 60% ${20 + (draw() % 60)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`;
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: 87 })
    .toBuffer();
}
