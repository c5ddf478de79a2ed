/** A suggestion differs from the given text by one single-character edit per this many characters. */
const CHARACTERS_PER_EDIT = 3;

/**
 * The word that was probably meant: the first one that begins with the given text, or else the nearest by edit distance.
 *
 * @returns undefined if no word is similar
 */
export function similarWord(text: string, words: readonly string[]): string | undefined {
  const typed = text.toLowerCase();
  if (typed === '') return undefined;
  const begins = words.find((word) => word.startsWith(typed));
  if (begins !== undefined) return begins;
  const limit = Math.floor(typed.length / CHARACTERS_PER_EDIT);
  const near = words
    .map((word) => ({ word, edits: editDistance(typed, word) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.word;
}

/** Levenshtein distance: insertions, deletions, and substitutions of single characters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(substituted, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
