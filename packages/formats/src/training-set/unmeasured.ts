import type { SplitName } from './preparation.js';

/** Maximum number of names shown. */
const SHOWN = 8;

/**
 * A note about classes without images in a split: `7 of 39 classes have no validation image: egg, emu, …`; undefined if
 * there are none.
 *
 * @param unmeasured names of these classes
 * @param classes number of all classes
 * @param split default: validation
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
