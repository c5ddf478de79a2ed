/**
 * Indices from the first to the last element, spaced by about the same factor: `[0, 1, 2, 4, 9]` for ten elements. They
 * show the head and the long tail equally well, like a logarithmic axis.
 *
 * @returns up to `most` indices in ascending order
 */
export function logSpaced(count: number, most: number): number[] {
  const indices: number[] = [];
  let rank = 1;
  for (let left = Math.min(count, most); left > 0; left--) {
    indices.push(rank - 1);
    // The factor is recomputed at each step, so that rounding does not shift the end.
    const factor = (count / rank) ** (1 / Math.max(left - 1, 1));
    rank = Math.max(rank + 1, Math.round(rank * factor));
  }
  return indices;
}
