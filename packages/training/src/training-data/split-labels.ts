const SEPARATORS = /[,;|\t\r\n，、；｜]/;

/**
 * Splits a cell into labels: a JSON list, else at commas, semicolons, bars, tabs and line ends, or at spaces if it contains
 * none of them. A leading `#` is removed.
 */
export function splitLabels(cell: string): string[] {
  const parts = jsonList(cell) ?? cell.split(SEPARATORS.test(cell) ? SEPARATORS : /\s+/);
  return parts.flatMap((part) => cleanLabel(part));
}

/** Removes surrounding spaces and a leading `#`. Returns an empty list if nothing is left. */
export function cleanLabel(text: string): string[] {
  const label = text.trim().replace(/^#+/, '').normalize();
  return label === '' ? [] : [label];
}

function jsonList(cell: string): string[] | undefined {
  if (!cell.trimStart().startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value.map(String) : undefined;
  } catch {
    return undefined;
  }
}
