import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MODEL_FILES, Random } from '@hashsight/formats';
import { type Constant, onnxBytes } from './onnx-bytes.js';

/** Side of the model's input. */
export const SIDE = 32;
/** Channels of the last feature map. */
export const CHANNELS = 3;
/** The model's hashtags, and one for the color of each channel. */
export const NAMES = ['red', 'green', 'blue'] as const;

/** What a test changes in the folder. */
export interface TinyModelOptions {
  /** Makes the convolution this many times as expensive. */
  readonly depth?: number;
}

/**
 * Writes a model folder that tells the mean color of an image: a convolution whose channels answer to red, green, and
 * blue, on a feature map of 4 x 4.
 */
export async function writeTinyModel(folder: string, { depth = 1 }: TinyModelOptions = {}): Promise<void> {
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const write = (file: string, contents: string | Uint8Array) => writeFile(path.join(folder, file), contents);
  await write(MODEL_FILES.model, modelBytes(depth));
  await write(MODEL_FILES.preprocess, preprocessBytes());
  await write(MODEL_FILES.labels, JSON.stringify(labels()));
  await write(MODEL_FILES.config, JSON.stringify({ hashsight: { architecture: 'tiny' } }));
  const size = { shortest_edge: SIDE };
  await write(MODEL_FILES.preprocessor, JSON.stringify({ size, crop_pct: 1, do_pad: false }));
  await write('head.safetensors', headBytes());
}

/** Contents of `labels.json`. */
export function labels() {
  return {
    version: 1,
    activation: 'softmax',
    labels: NAMES.map((name, i) => ({
      ...{ name, hashtags: [name, `${name}s`], count: 10 },
      // Blue has no threshold: it cannot be promised.
      ...(i < 2 && { threshold: { value: 0.6, precision: 0.9, confidence: 0.95, support: 40 } }),
      ...(name === 'red' && { related: [[2, 3]] }),
    })),
  };
}

/** Each class follows one channel. */
const HEAD = Float32Array.from([8, 0, 0, 0, 8, 0, 0, 0, 8]);

function headBytes(): Uint8Array {
  const header = JSON.stringify({
    weight: { dtype: 'F32', shape: [3, CHANNELS], data_offsets: [0, 36] },
    bias: { dtype: 'F32', shape: [3], data_offsets: [36, 48] },
  });
  const length = new Uint8Array(new BigUint64Array([BigInt(header.length)]).buffer);
  return Buffer.concat([length, Buffer.from(header), new Uint8Array(HEAD.buffer), new Uint8Array(12)]);
}

function modelBytes(depth: number): Uint8Array {
  const kernel = SIDE / 4;
  // Channel c averages color c of a patch.
  const conv = Float32Array.from({ length: CHANNELS * 3 * kernel * kernel }, (_, i) => {
    const channel = Math.floor(i / (3 * kernel * kernel));
    const color = Math.floor(i / (kernel * kernel)) % 3;
    return channel === color ? 1 / (kernel * kernel) : 0;
  });
  const random = new Random(1);
  const wide = Array.from({ length: depth - 1 }, (_, i): Constant => {
    const values = Float32Array.from({ length: 3 * 3 * 9 }, (_, at) =>
      at % 36 === 4 ? 1 : 1e-9 * random.uniform(),
    );
    return { name: `wide${i}`, shape: [3, 3, 3, 3], values };
  });
  return onnxBytes({
    inputs: [{ name: 'pixel_values', type: 'float32', shape: ['batch', 3, SIDE, SIDE] }],
    outputs: [
      { name: 'logits', type: 'float32', shape: ['batch', 3] },
      { name: 'probabilities', type: 'float32', shape: ['batch', 3] },
      { name: 'embedding', type: 'float32', shape: ['batch', CHANNELS] },
      { name: 'features', type: 'float32', shape: ['batch', CHANNELS, 4, 4] },
    ],
    constants: [
      ...wide,
      { name: 'conv', shape: [CHANNELS, 3, kernel, kernel], values: conv },
      { name: 'weight', shape: [3, CHANNELS], values: HEAD },
      { name: 'bias', shape: [3], values: new Float32Array(3) },
    ],
    nodes: [
      ...wide.map(({ name }, i) => ({
        op: 'Conv',
        inputs: [i === 0 ? 'pixel_values' : `hidden${i - 1}`, name],
        output: `hidden${i}`,
        attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
      })),
      {
        op: 'Conv',
        inputs: [depth === 1 ? 'pixel_values' : `hidden${depth - 2}`, 'conv'],
        output: 'patches',
        attributes: { kernel_shape: [kernel, kernel], strides: [kernel, kernel] },
      },
      { op: 'Relu', inputs: ['patches'], output: 'features' },
      { op: 'GlobalAveragePool', inputs: ['features'], output: 'means' },
      { op: 'Flatten', inputs: ['means'], output: 'embedding', attributes: { axis: 1 } },
      { op: 'Gemm', inputs: ['embedding', 'weight', 'bias'], output: 'logits', attributes: { transB: 1 } },
      { op: 'Softmax', inputs: ['logits'], output: 'probabilities', attributes: { axis: 1 } },
    ],
  });
}

/** Resizes to the model's side and divides by 255. The real graph crops as well; here the images are squares. */
function preprocessBytes(): Uint8Array {
  return onnxBytes({
    inputs: [{ name: 'image', type: 'uint8', shape: ['height', 'width', 3] }],
    outputs: [{ name: 'pixel_values', type: 'float32', shape: [1, 3, SIDE, SIDE] }],
    constants: [
      { name: 'axis', shape: [1], values: BigInt64Array.of(0n) },
      { name: 'sizes', shape: [4], values: BigInt64Array.of(1n, 3n, BigInt(SIDE), BigInt(SIDE)) },
      { name: 'scale', shape: [], values: Float32Array.of(1 / 255) },
    ],
    nodes: [
      { op: 'Transpose', inputs: ['image'], output: 'planes', attributes: { perm: [2, 0, 1] } },
      { op: 'Unsqueeze', inputs: ['planes', 'axis'], output: 'batch' },
      {
        op: 'Resize',
        inputs: ['batch', '', '', 'sizes'],
        output: 'resized',
        attributes: {
          ...{ mode: 'linear', antialias: 1, exclude_outside: 1 },
          coordinate_transformation_mode: 'half_pixel',
        },
      },
      { op: 'Cast', inputs: ['resized'], output: 'values', attributes: { to: 1 } },
      { op: 'Mul', inputs: ['values', 'scale'], output: 'pixel_values' },
    ],
  });
}
