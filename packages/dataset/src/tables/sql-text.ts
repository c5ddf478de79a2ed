/** A list of strings as an SQL literal. */
export function listText(values: readonly string[]): string {
  return `[${values.map(stringText).join(', ')}]`;
}

/** A string as an SQL literal. */
export function stringText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The name of a column as a quoted SQL identifier. */
export function columnText(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
