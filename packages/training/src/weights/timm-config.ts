import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJsonFile } from '@hashsight/formats/node';
import { z } from 'zod';
import { DEFAULT_PREPROCESSING } from '../models/preprocessing.js';
import type { FactsSubject, WeightsFacts } from './weights-facts.js';

const channels = z.tuple([z.number(), z.number(), z.number()]);

/** The part of a `pretrained_cfg` that matters here; timm fills in what is missing by these defaults. */
const pretrainedSchema = z.object({
  input_size: z.tuple([z.literal(3), z.int().min(32), z.int().min(32)]).default([3, 224, 224]),
  interpolation: z.string().default('bicubic'),
  crop_mode: z.string().nullish(),
  crop_pct: z
    .number()
    .positive()
    .max(1)
    .nullish()
    .transform((share) => share ?? 0.875),
  mean: channels.default([...DEFAULT_PREPROCESSING.mean]),
  std: channels.default([...DEFAULT_PREPROCESSING.std]),
  license: z.string().nullish(),
});

/** The `config.json` that timm's `save_for_hf` writes beside `model.safetensors`. */
const timmConfigSchema = z.object({
  architecture: z.string(),
  label_names: z.array(z.string()).nullish(),
  pretrained_cfg: pretrainedSchema,
});

/**
 * Reads timm's `config.json` beside a file of weights.
 *
 * @returns undefined if there is none, or it is another program's
 * @throws InputError if it is timm's but malformed
 */
export async function readTimmConfig({ file, numClasses }: FactsSubject): Promise<WeightsFacts | undefined> {
  const configFile = path.join(path.dirname(file), 'config.json');
  const text = await readFile(configFile, 'utf8').catch(() => undefined);
  if (text === undefined || !isTimms(text)) return undefined;
  const config = parseJsonFile(configFile, text, timmConfigSchema, "timm's config");
  const { input_size, interpolation, crop_mode, crop_pct, mean, std, license } = config.pretrained_cfg;
  const names = config.label_names ?? undefined;
  return {
    preprocessing: {
      imageSize: input_size[1],
      // timm's borders have the mean color, ours are white.
      fit: crop_mode === 'border' ? 'pad' : 'crop',
      cropPct: crop_pct,
      interpolation: interpolation === 'bilinear' ? 'bilinear' : 'bicubic',
      mean,
      std,
    },
    preprocessingSource: `timm's ${configFile}`,
    license: license ?? undefined,
    loss: 'softmax',
    classNames: names?.length === numClasses ? names : undefined,
    vocabulary: undefined,
  };
}

function isTimms(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' && value !== null && 'architecture' in value && 'pretrained_cfg' in value
    );
  } catch {
    return false;
  }
}
