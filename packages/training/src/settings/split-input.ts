/** Settings of `input`, as it was before preprocessing and augmentation were two, that are augmentation now. */
const AUGMENTATION_KEYS: ReadonlySet<string> = new Set(['cropScale', 'flip', 'colorJitter']);

/**
 * Settings of a run or a recipe that has one `input` of all that sets the images, as those that have `preprocessing` and
 * `augmentation`. Others are returned as they are, for the schema to check.
 *
 * @param defaults - settings of the preprocessing that a run has and an `input` could not say
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
