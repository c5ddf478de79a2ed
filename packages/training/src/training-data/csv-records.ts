/** A record of a table of text. */
export interface CsvRecord {
  /** Of its first line, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Divides the text of a table into records by RFC 4180: quoted fields may have separators and line ends in them, a doubled
 * quote stands for one. Blank lines are no records.
 *
 * @throws RangeError with the line of a quote that is not closed
 */
export function csvRecords(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let first = 1;
  let at = 0;
  while (at < text.length) {
    let field: string;
    [field, at] = text[at] === '"' ? quoted(text, at, line) : bare(text, at, separator);
    fields.push(field);
    line += lineEnds(field);
    const end = text[at];
    if (end === separator) {
      at++;
      if (at < text.length) continue;
      fields.push('');
    }
    if (fields.length > 1 || fields[0] !== '') records.push({ line: first, fields });
    fields = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    first = line;
  }
  return records;
}

function bare(text: string, from: number, separator: string): [string, number] {
  let to = from;
  while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to++;
  return [text.slice(from, to).trim(), to];
}

/** What follows the closing quote up to the separator is a part of the field, as spreadsheets read it. */
function quoted(text: string, from: number, line: number): [string, number] {
  let to = from + 1;
  for (;;) {
    to = text.indexOf('"', to);
    if (to === -1) throw new RangeError(`${line}`);
    if (text[to + 1] !== '"') break;
    to += 2;
  }
  return [text.slice(from + 1, to).replaceAll('""', '"'), to + 1];
}

function lineEnds(field: string): number {
  return field.split('\n').length - 1;
}
