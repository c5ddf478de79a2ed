import { Random } from '@hashsight/formats';
import sharp, { type Sharp } from 'sharp';

/**
 * An image with what photographs have: soft gradients, edges, and some noise. It is reddish on the left and greenish on the
 * right, so that cropping and rotating change the answer.
 */
export async function photograph(width: number, height: number, seed = 1): Promise<Sharp> {
  const random = new Random(seed);
  const noise = Buffer.from(Uint8Array.from({ length: width * height * 3 }, () => random.below(40)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="g"><stop offset="0" stop-color="#e04020"/><stop offset="1" stop-color="#20a040"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="30%" cy="40%" r="20%" fill="#3050c0"/><circle cx="75%" cy="65%" r="15%" fill="#f0e0a0"/>
    <rect x="45%" y="10%" width="8%" height="70%" fill="#181818" transform="rotate(12)"/></svg>`;
  const drawn = await sharp(Buffer.from(svg))
    .composite([{ input: noise, raw: { width, height, channels: 3 }, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return sharp(drawn, { raw: { width, height, channels: 3 } });
}
