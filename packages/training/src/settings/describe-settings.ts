import { describeOption, innerSchema, type OptionDescription } from '@hashsight/formats';
import { z } from 'zod';
import { trainingSettingsSchema } from './config.js';

/** Description of a training setting for users. */
export interface SettingDescription extends OptionDescription {
  /** Name as in recipes: `halvings`, `augmentation.colorJitter`. */
  readonly name: string;
}

/** Describes every training setting, from the schema that checks it. */
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
