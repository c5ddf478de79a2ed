import { type Agreement, compareAligned } from './compare-aligned.js';
import { type SearchPlane, searchAlignment } from './search-alignment.js';

/** Correlation below which the best alignment of a pair is chance; that of copies is above, even with captions. */
const LEAST_CORRELATION = 0.5;

/**
 * Lays the images of pairs over each other and measures how well they agree.
 *
 * @param pairs - two images each
 * @param compared - number of pairs that are compared at full resolution: those whose edges correlate most
 * @returns the compared pairs by their index
 */
export function verify(
  pairs: readonly (readonly [SearchPlane, SearchPlane])[],
  compared: number,
): { readonly pair: number; readonly agreement: Agreement }[] {
  const found = pairs.map(([a, b], pair) => ({ pair, a, b, ...searchAlignment(a, b) }));
  return found
    .filter(({ correlation }) => correlation >= LEAST_CORRELATION)
    .sort((x, y) => y.correlation - x.correlation || x.pair - y.pair)
    .slice(0, compared)
    .map(({ pair, a, b, ...start }) => ({ pair, agreement: compareAligned(a.look, b.look, start) }));
}
