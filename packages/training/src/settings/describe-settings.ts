import { z } from 'zod';
import { type Augmentation, augmentationSchema } from '../data/augmentation.js';
import { type Preprocessing, preprocessingSchema } from '../models/preprocessing.js';
import { resolveTrainingConfig, type TrainingConfig, trainingSettingsSchema } from './config.js';

/** One setting of a training, for people. */
export interface SettingDescription {
  /** As recipes write it: `halvings`, `augmentation.colorJitter`. */
  readonly name: string;
  readonly description: string;
  /** What it may be: `softmax, sigmoid`, `whole number from 1 on, or null`. */
  readonly values: string;
  /** `none` for what has to be given. */
  readonly default: string;
}

/** Defaults that depend on other settings, on the training set or on the machine. */
const DEPENDENT_DEFAULTS: Readonly<Record<string, string>> = {
  model: 'none: give it, or a recipe that names one',
  epochs: 'none: give it, or `samples`',
  samples: 'none: give it, or `epochs`',
  lr: '`lrBase` in proportion to the images in a step',
  lrBase: '0.1',
  warmupEpochs: '1, or a tenth of all epochs where that is less',
  amp: '`bfloat16` on a CPU that has instructions for it, else `off`',
  convAlgorithm: '`rewritten` on the CPU, else `direct`',
  cache: '`ram` where all training images fit into 2 GiB, else `off`',
};

/** Every setting of a training: the fields of a recipe, from the schema that checks them. */
export function describeSettings(): SettingDescription[] {
  const defaults = resolveTrainingConfig(
    { model: 'resnet18', epochs: 1 },
    { epochSize: 1, worldSize: 1, images: 1, cacheBytes: 0 },
  );
  const { preprocessing: _, augmentation: __, ...own } = trainingSettingsSchema.shape;
  return [
    ...Object.entries(own).map(([name, schema]) =>
      described(name, schema, defaults[name as keyof TrainingConfig]),
    ),
    ...Object.entries(preprocessingSchema.shape).map(([name, schema]) =>
      described(`preprocessing.${name}`, schema, defaults.preprocessing[name as keyof Preprocessing]),
    ),
    ...Object.entries(augmentationSchema.shape).map(([name, schema]) =>
      described(`augmentation.${name}`, schema, defaults.augmentation[name as keyof Augmentation]),
    ),
  ];
}

function described(name: string, schema: z.ZodType, value: unknown): SettingDescription {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const description = inner.description;
  if (description === undefined)
    throw new TypeError(`${name}: expected a description in the schema, got none`);
  return {
    name,
    description,
    values: valuesOf(z.toJSONSchema(inner, { unrepresentable: 'any' })),
    default: DEPENDENT_DEFAULTS[name] ?? `\`${JSON.stringify(value)}\``.replaceAll('"', ''),
  };
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a JSON Schema allows, in words. */
function valuesOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined)
    return schema.anyOf.map((part) => valuesOf(part as JsonSchema)).join(', or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  switch (schema.type) {
    case 'null':
      return '`null`';
    case 'boolean':
      return '`true`, `false`';
    case 'string':
      return 'text';
    case 'integer':
      return `whole number${rangeOf(schema)}`;
    case 'number':
      return `number${rangeOf(schema)}`;
    default:
      return listOf(schema);
  }
}

function listOf({ prefixItems, items }: JsonSchema): string {
  if (prefixItems !== undefined) {
    const parts = prefixItems.map((part) => valuesOf(part as JsonSchema));
    return new Set(parts).size === 1
      ? `list of ${parts.length}: each a ${parts[0]}`
      : `list: ${parts.join('; ')}`;
  }
  return `list, each a ${valuesOf(items as JsonSchema)}`;
}

function rangeOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema): string {
  const low =
    minimum !== undefined
      ? ` from ${minimum}`
      : exclusiveMinimum !== undefined
        ? ` above ${exclusiveMinimum}`
        : '';
  const isLimit = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const high = isLimit
    ? ` to ${maximum}`
    : exclusiveMaximum !== undefined
      ? ` below ${exclusiveMaximum}`
      : '';
  return `${low}${low !== '' && exclusiveMaximum !== undefined ? ',' : ''}${high}`;
}
