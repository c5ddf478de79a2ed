import { open } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/** The header of a text table. */
export interface CsvHeader {
  /** Byte offset of the header line. */
  readonly start: number;
  /** One of `,`, `;`, tab and `|`. */
  readonly separator: string;
  /** Column names without quotes; names may repeat. */
  readonly names: readonly string[];
}

const LONGEST_HEADER = 1 << 18;
const BOM = '\ufeff';

/**
 * Reads the column names of a text table. Empty lines before the header are skipped, and so is Excel's line `sep=;`.
 * The separator is the candidate that is most frequent in the header.
 *
 * @param name name of the file, for messages
 * @throws InputError if the file cannot be read or has no header
 */
export async function readCsvHeader(file: string, name: string): Promise<CsvHeader> {
  const text = await beginningOf(file);
  const [before = '', given] =
    /^\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(?:sep=([,;\t|])(?:\r\n|\n|\r))?/i.exec(text) ?? [];
  const skipped = before === BOM ? '' : before; // DuckDB skips the byte order mark itself
  const line = text.slice(before.length);
  const first = line.split(/[\r\n]/, 1)[0] ?? '';
  if (first.trim() === '')
    throw new InputError(`${name}: expected a line with the column names, got no line with text`);
  const separator = given ?? separatorOf(first);
  const names = headerNames(line, separator, Buffer.byteLength(text) >= LONGEST_HEADER);
  if (names === undefined) {
    const got = 'a line with an unclosed quote or of more than 256 KiB';
    throw new InputError(`${name}: expected a line with the column names, got ${got}`);
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

/** The most frequent of `,`, `;`, tab and `|` in the header. */
function separatorOf(header: string): string {
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The column names in a header, without quotes. A column without a name (such as pandas's index) is named by its
 * number. Undefined if the header is not complete.
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
