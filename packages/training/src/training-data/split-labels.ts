const SEPARATORS = /[,;|\t\r\n，、；｜]/;

/**
 * The labels in a cell, separated as in posts: a JSON list, else by commas, semicolons, bars, tabs or line ends, and
 * where there are none of these by spaces. A `#` before a label is no part of it.
 */
export function splitLabels(cell: string): string[] {
  const parts = jsonList(cell) ?? cell.split(SEPARATORS.test(cell) ? SEPARATORS : /\s+/);
  return parts.flatMap((part) => cleanLabel(part));
}

/** A label without the spaces around it and a `#` before it; none where nothing is left. */
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
