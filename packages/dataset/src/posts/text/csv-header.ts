import { open } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/** What the first line of a text table says. */
export interface CsvHeader {
  /** First byte of the line with the names. */
  readonly start: number;
  /** One of `,`, `;`, tab and `|`. */
  readonly separator: string;
  /** As they are written, without quotes; a name may be there twice. */
  readonly names: readonly string[];
}

const LONGEST_HEADER = 1 << 18;
const BOM = '\ufeff';

/**
 * Reads the names of a text table's columns. Empty lines before them, and a line `sep=;` as Excel understands it, are
 * passed over. The separator is the one that the names have most of.
 *
 * @param name of the file, for messages
 * @throws InputError when the file cannot be read, or has no such line
 */
export async function readCsvHeader(file: string, name: string): Promise<CsvHeader> {
  const text = await beginningOf(file);
  const [before = '', given] =
    /^\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(?:sep=([,;\t|])(?:\r\n|\n|\r))?/i.exec(text) ?? [];
  const skipped = before === BOM ? '' : before; // DuckDB passes over the mark itself
  const line = text.slice(before.length);
  const first = line.split(/[\r\n]/, 1)[0] ?? '';
  if (first.trim() === '')
    throw new InputError(`${name}: expected a line with the names of the columns, got none`);
  const separator = given ?? separatorOf(first);
  const names = headerNames(line, separator, Buffer.byteLength(text) >= LONGEST_HEADER);
  if (names === undefined) {
    const got = 'one with a quote that is not closed, or that is longer than 256 KiB';
    throw new InputError(`${name}: expected a line with the names of the columns, got ${got}`);
  }
  return { start: Buffer.byteLength(skipped), separator, names };
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}

/** The one of `,`, `;`, tab and `|` that the header has most of. */
function separatorOf(header: string): string {
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The names in a header, those in quotes without them; a column without one (pandas's index) is named by its number.
 * Absent where the header does not end.
 */
function headerNames(text: string, separator: string, isCut: boolean): string[] | undefined {
  const end = separator === '|' ? '\\|' : separator;
  const field = new RegExp(` *"((?:[^"]|"")*)" *(?=[${end}\\r\\n]|$)|([^${end}\\r\\n]*)`, 'y');
  const names: string[] = [];
  for (let start = 0; ; ) {
    field.lastIndex = start;
    const [found = '', quoted, bare = ''] = field.exec(text) ?? [];
    const next = start + found.length;
    const isOpen = quoted === undefined && /^ *"/.test(bare);
    if (isOpen || (isCut && next === text.length)) return undefined;
    names.push((quoted?.replaceAll('""', '"') ?? bare.trim()) || `column${names.length}`);
    if (text[next] !== separator) return names;
    start = next + 1;
  }
}
