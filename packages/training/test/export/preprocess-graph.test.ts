import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { type Image, JpegPool } from '@hashsight/jpeg';
import { normalize } from '../../src/data/normalize.js';
import { transformParams } from '../../src/data/transform.js';
import { writeModel } from '../../src/export/onnx/write-model.js';
import { PREPROCESS_OPSET, preprocessGraph } from '../../src/export/preprocess-graph.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from '../../src/models/preprocessing.js';
import { python, runModels } from './onnx-side.js';

const { skip } = python;
const INFO = { opset: PREPROCESS_OPSET, producerVersion: 'test', metadata: {} };
/** An odd and an even side, smaller and larger than the model's input. */
const SIZES = [
  [97, 131],
  [200, 64],
  [33, 48],
  [64, 64],
] as const;

/** Noise with a gradient. */
function picture(width: number, height: number): Image {
  const random = new Random(width, height);
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i + random.below(120)) % 256);
  return { width, height, pixels };
}

const pool = new JpegPool({ threads: 1, files: [] });

/** The sample that evaluation makes of decoded pixels, `[1, 3, 64, 64]`. */
async function evaluationSample(image: Image, settings: Preprocessing): Promise<Float32Array> {
  const params = transformParams(image, { sample: 0, epoch: 0, repeat: 0 }, { kind: 'evaluation' }, settings);
  const out = new Uint8Array(64 * 64 * 3);
  await pool.cutPixels([{ ...params, image, at: 0, side: 64, filter: settings.interpolation }], out);
  const placement = { device: 'cpu', memoryFormat: 'contiguous_format' } as const;
  return normalize(out, 64, settings, placement).contiguous().toTypedArray() as Float32Array;
}

for (const fit of ['crop', 'pad'] as const) {
  for (const interpolation of ['bilinear', 'bicubic'] as const) {
    test(`${fit}, ${interpolation}: the same pixels as in evaluation, up to one level of 255`, {
      skip,
    }, async (t) => {
      const folder = await temporaryFolder(t);
      const settings: Preprocessing = {
        ...DEFAULT_PREPROCESSING,
        imageSize: 64,
        cropPct: 0.9,
        fit,
        interpolation,
      };
      const model = path.join(folder, 'preprocess.onnx');
      await writeModel(model, preprocessGraph(settings), INFO);
      const pictures = SIZES.map(([width, height]) => picture(width, height));
      const jobs = pictures.map(({ pixels }, i) => {
        const [width, height] = SIZES[i] as (typeof SIZES)[number];
        return {
          model,
          inputs: { image: { type: 'uint8', shape: [height, width, 3], values: pixels } as const },
        };
      });
      const answers = await runModels(folder, jobs);
      for (const [i, image] of pictures.entries()) {
        const expected = await evaluationSample(image, settings);
        const { shape, values = [] } = answers[i]?.pixel_values ?? {};
        assert.deepEqual(shape, [1, 3, 64, 64]);
        const levels = Array.from(expected, (value, at) => {
          const channel = Math.floor(at / (64 * 64));
          return Math.abs(value - (values[at] as number)) * 255 * (settings.std[channel] as number);
        });
        assert.ok(
          Math.max(...levels) < 1.01,
          `${SIZES[i]}: expected at most one level, got ${Math.max(...levels)}`,
        );
      }
    });
  }
}
