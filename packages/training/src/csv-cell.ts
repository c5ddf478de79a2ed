/** A value as a cell of a CSV file (RFC 4180): quoted if it contains a comma, a quote, or a line end. */
export function csvCell(value: string | number | boolean | undefined): string {
  const text = String(value ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
