/** A list of strings as SQL has it. */
export function listText(values: readonly string[]): string {
  return `[${values.map(stringText).join(', ')}]`;
}

/** A string as SQL has it. */
export function stringText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The name of a column as SQL has it. */
export function columnText(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
