import { describeOption, innerSchema, type OptionDescription } from '@hashsight/formats';
import { z } from 'zod';
import { trainingSettingsSchema } from './config.js';

/** One setting of a training, for people. */
export interface SettingDescription extends OptionDescription {
  /** As recipes write it: `halvings`, `augmentation.colorJitter`. */
  readonly name: string;
}

/** Every setting of a training: the fields of a recipe, from the schema that checks them. */
export function describeSettings(): SettingDescription[] {
  return Object.entries(trainingSettingsSchema.shape).flatMap(([name, schema]) => {
    if (name === 'recipe') return [];
    const inner = innerSchema(schema);
    if (!(inner instanceof z.ZodObject)) return [{ name, ...describeOption(name, schema) }];
    return Object.entries(inner.shape).map(([field, part]) => ({
      name: `${name}.${field}`,
      ...describeOption(field, part as z.ZodType),
    }));
  });
}
