/**
 * Places from the first to the last, each further from the one before by about the same factor: `[0, 1, 2, 4, 9]` of ten.
 * So a head and its long tail are shown alike, as on a logarithmic axis.
 *
 * @returns `most` of them, ascending, or all where there are no more
 */
export function logSpaced(count: number, most: number): number[] {
  const places: number[] = [];
  let rank = 1;
  for (let left = Math.min(count, most); left > 0; left--) {
    places.push(rank - 1);
    // What is left goes evenly to the end, whatever was rounded before.
    const factor = (count / rank) ** (1 / Math.max(left - 1, 1));
    rank = Math.max(rank + 1, Math.round(rank * factor));
  }
  return places;
}
