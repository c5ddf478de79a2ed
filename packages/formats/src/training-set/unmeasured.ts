import type { SplitName } from './preparation.js';

/** Names that are shown of many. */
const SHOWN = 8;

/**
 * The classes that no image of a split shows, for people: `7 of 39 classes have no validation image: egg, emu, …`;
 * undefined where there are none.
 *
 * @param unmeasured by name
 * @param classes how many there are
 * @param split the part; default validation
 */
export function unmeasuredText(
  unmeasured: readonly string[],
  classes: number,
  split: SplitName = 'validation',
): string | undefined {
  if (unmeasured.length === 0) return undefined;
  const names = unmeasured.slice(0, SHOWN).join(', ');
  const have = unmeasured.length === 1 ? 'has' : 'have';
  return `${unmeasured.length} of ${classes} classes ${have} no ${split} image: ${names}${unmeasured.length > SHOWN ? ', …' : ''}`;
}
