import type { ContentBox } from './content-box.js';

/** Pixels in row-major order, `[height, width, channels]`. */
export interface Raster<T> {
  readonly width: number;
  readonly height: number;
  readonly data: T;
}

/** Copies a part of an RGB image; the copy is aligned to 32 bits. */
export function cropped(
  { width, data }: Pick<Raster<Uint8Array>, 'width' | 'data'>,
  { left, top, right, bottom }: ContentBox,
): Raster<Uint8Array> {
  const [w, h] = [right - left, bottom - top];
  const out = new Uint8Array(Math.ceil((w * h * 3) / 4) * 4).subarray(0, w * h * 3);
  for (let y = 0; y < h; y++) {
    const from = ((top + y) * width + left) * 3;
    out.set(data.subarray(from, from + w * 3), y * w * 3);
  }
  return { width: w, height: h, data: out };
}

/** Mirrors an image with `n` channels left to right. */
export function mirrored<T extends Float32Array | Uint8Array>(
  data: T,
  width: number,
  height: number,
  n: number,
): T {
  const out = data.slice() as T;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [to, from] = [(y * width + x) * n, (y * width + width - 1 - x) * n];
      for (let c = 0; c < n; c++) out[to + c] = data[from + c] as number;
    }
  }
  return out;
}

/**
 * Resizes by the triangle filter, widened for smaller sizes (Pillow's and torchvision's antialiased bilinear).
 *
 * @param n - channels: `[height, width, n]`
 */
export function resized(
  { width, height, data }: Raster<ArrayLike<number>>,
  n: number,
  newWidth: number,
  newHeight: number,
): Float32Array {
  const columns = triangles(width, newWidth);
  const rows = triangles(height, newHeight);
  const narrow = new Float32Array(height * newWidth * n);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < newWidth; x++) {
      const { start, weights } = columns[x] as Triangle;
      const to = (y * newWidth + x) * n;
      for (let k = 0; k < weights.length; k++) {
        const from = (y * width + start + k) * n;
        const weight = weights[k] as number;
        for (let c = 0; c < n; c++)
          narrow[to + c] = (narrow[to + c] as number) + weight * (data[from + c] as number);
      }
    }
  }
  const out = new Float32Array(newHeight * newWidth * n);
  const rowSize = newWidth * n;
  for (let y = 0; y < newHeight; y++) {
    const { start, weights } = rows[y] as Triangle;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] as number;
      const from = (start + k) * rowSize;
      for (let i = 0; i < rowSize; i++) {
        out[y * rowSize + i] = (out[y * rowSize + i] as number) + weight * (narrow[from + i] as number);
      }
    }
  }
  return out;
}

interface Triangle {
  readonly start: number;
  readonly weights: Float32Array;
}

function triangles(from: number, to: number): Triangle[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const center = (i + 0.5) * scale;
    const start = Math.max(0, Math.floor(center - reach + 0.5));
    const end = Math.min(from, Math.floor(center + reach + 0.5));
    const weights = Float32Array.from({ length: end - start }, (_, k) =>
      Math.max(0, 1 - Math.abs((start + k + 0.5 - center) / reach)),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { start, weights: weights.map((weight) => weight / sum) };
  });
}
