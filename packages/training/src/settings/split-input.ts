/** Keys of the former setting `input` that now belong to the augmentation. */
const AUGMENTATION_KEYS: ReadonlySet<string> = new Set(['cropScale', 'flip', 'colorJitter']);

/**
 * Converts the former setting `input` of a run or recipe to `preprocessing` and `augmentation`. Other settings are
 * returned unchanged, for the schema to check.
 *
 * @param defaults - preprocessing settings that `input` could not express
 */
export function splitInput(settings: unknown, defaults: object = {}): unknown {
  if (typeof settings !== 'object' || settings === null || !('input' in settings)) return settings;
  const { input, ...rest } = settings;
  if (typeof input !== 'object' || input === null) return settings;
  const entries = Object.entries(input);
  const isAugmentation = ([key]: readonly [string, unknown]) => AUGMENTATION_KEYS.has(key);
  return {
    ...rest,
    preprocessing: { ...defaults, ...Object.fromEntries(entries.filter((entry) => !isAugmentation(entry))) },
    augmentation: Object.fromEntries(entries.filter(isAugmentation)),
  };
}
