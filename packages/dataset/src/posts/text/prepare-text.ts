import { closeSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from '@hashsight/formats/node';
import type { ColumnValue, Tables } from '../../tables/tables.js';
import type { PostsFile } from '../find-posts.js';
import { type CsvHeader, readCsvHeader } from './csv-header.js';
import { csvRecordParser } from './csv-record-parser.js';
import { inUtf8 } from './encoding.js';
import { jsonLineParser } from './json-line-parser.js';
import type { RecordParser, TextRecord } from './record.js';
import { NOT_UTF8, scanRecords } from './scan-records.js';
import { surveyLines } from './survey-lines.js';

/** A text file that DuckDB reads completely. */
export interface PreparedText {
  /** The file itself or a corrected copy: UTF-8, uniform line ends, valid records only. */
  readonly path: string;
  /** Number of records that DuckDB must find: the nonblank lines of a table, or all lines of JSONL. */
  readonly rows: number;
  /** Header of a table. */
  readonly header?: CsvHeader;
  /** Keys of a JSONL file that have a usual name, in any case. */
  readonly keys: readonly string[];
  /** Notes for the user about the file; one line each. */
  readonly notes: readonly string[];
  /** Removes the copy. */
  readonly remove: () => Promise<void>;
}

/** The DuckDB table filled by {@link prepareText}. */
export const REJECTED = 'rejected';
const REJECTED_COLUMNS = { row: 'BIGINT', line: 'BIGINT', reason: 'VARCHAR' } as const;

/**
 * Scans a text file and fills the table `rejected` with its invalid records: `row` (from 1; the copy has an empty
 * record there), `line` and `reason`. The file is copied only if it contains invalid records, or syntax that DuckDB
 * does not read reliably.
 *
 * @param folder folder for the copy
 * @param most maximum number of records; default: all
 * @throws InputError if the file cannot be read as text, or its copy cannot be written
 */
export async function prepareText(
  tables: Tables,
  file: PostsFile,
  folder: string,
  most = Number.POSITIVE_INFINITY,
): Promise<PreparedText> {
  const named = (kind: string) => path.join(folder, `.${path.basename(file.path)}.${kind}.partial`);
  const [utf8, copy] = [named('utf8'), named('records')];
  const remove = async () => {
    await rm(utf8, { force: true });
    await rm(copy, { force: true });
  };
  try {
    const source = await inUtf8(file.path, file.name, utf8);
    const header = file.kind === 'jsonl' ? undefined : await readCsvHeader(source, file.path);
    const lines = header === undefined ? await surveyLines(source, most) : undefined;
    const keys = lines?.keys ?? [];
    if (lines?.isPlain && most === Number.POSITIVE_INFINITY) {
      await tables.fill(REJECTED, REJECTED_COLUMNS, []);
      return { path: source, rows: lines.rows, keys, notes: [], remove };
    }
    const parser =
      header === undefined
        ? jsonLineParser
        : csvRecordParser(header.separator.charCodeAt(0), header.names.length);
    const layout: Layout = { source, header, parser, most };
    const survey = new Survey(layout);
    for await (const _ of survey.run()) if (survey.rows >= most) break;
    const rejected = survey.isPlain && most === Number.POSITIVE_INFINITY ? [] : copyRecords(layout, copy);
    await tables.fill(REJECTED, REJECTED_COLUMNS, rejected);
    return {
      path: survey.isPlain && most === Number.POSITIVE_INFINITY ? source : copy,
      rows: Math.min(most, survey.rows),
      ...(header && { header }),
      keys,
      notes: survey.notes(),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Layout {
  readonly source: string;
  readonly header: CsvHeader | undefined;
  readonly parser: RecordParser;
  readonly most: number;
}

/** Scans a file and tells whether DuckDB can read it unchanged. */
class Survey {
  rows = 0;
  readonly #layout: Layout;
  readonly #lineEnds = new Set<string>();
  /** Whether records have to be left out or rewritten. */
  #isOdd: boolean;
  readonly #counts = new Map<string, { count: number; readonly line: number }>();

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#isOdd = (layout.header?.start ?? 0) > 0;
  }

  /** Whether DuckDB can read the file unchanged. */
  get isPlain(): boolean {
    return !this.#isOdd && this.#lineEnds.size <= 1;
  }

  async *run(): AsyncGenerator<void> {
    const { source, header, parser } = this.#layout;
    let isHeader = header !== undefined;
    yield* scanRecords(source, header?.start ?? 0, parser, (record, _, start, line) => {
      if (record.lineEnd !== '') this.#lineEnds.add(record.lineEnd);
      if (isHeader) {
        isHeader = false;
        if (record.cuts.length > 0) this.#isOdd = true;
        return;
      }
      if (record.problem !== '') this.#reject(record, line);
      else if (record.cuts.length > 0 || (record.isBlank && record.end > start)) this.#isOdd = true;
      if (!record.isBlank) this.rows += 1;
    });
  }

  #reject({ isUnclosed, problem }: TextRecord, line: number): void {
    this.#isOdd = true;
    const kind = isUnclosed ? UNCLOSED : problem;
    if (kind !== UNCLOSED && kind !== NOT_UTF8) return;
    const counted = this.#counts.get(kind);
    if (counted === undefined) this.#counts.set(kind, { count: 1, line });
    else counted.count += 1;
  }

  /** Problems that deserve a note to the user. */
  notes(): readonly string[] {
    return [...this.#counts].map(([kind, { count, line }]) => {
      const lines = count === 1 ? `line ${line} has` : `${count} lines (first: line ${line}) have`;
      return kind === NOT_UTF8
        ? `${lines} bytes that are not UTF-8; if the text is in Latin-1, convert it: iconv -f WINDOWS-1252 -t UTF-8`
        : `${lines} an unclosed quote; close it, or double it`;
    });
  }
}

const UNCLOSED = 'unclosed';

const COPY_CHUNK = 1 << 20;

/** Copies the records of a file, with an empty one in place of each invalid one, and yields the invalid ones. */
async function* copyRecords(layout: Layout, copy: string): AsyncGenerator<readonly ColumnValue[]> {
  const { source, header, parser, most } = layout;
  const empty = header === undefined ? '\n' : `${header.separator.repeat(header.names.length - 1)}\n`;
  const rejected: ColumnValue[][] = [];
  const out = new ChunkedFile(copy);
  // The header is replaced by names that cannot be misread; its own names are already known.
  if (header !== undefined) out.text(`${header.names.map((_, i) => `c${i}`).join(header.separator)}\n`);
  let row = header === undefined ? 0 : -1;
  try {
    const scan = scanRecords(source, header?.start ?? 0, parser, (record, buffer, start, line) => {
      if (record.isBlank || row >= most) return;
      row += 1;
      if (row === 0) return;
      if (record.problem !== '') {
        rejected.push([row, line, record.problem]);
        out.text(empty);
      } else {
        out.record(buffer, start, record);
        out.text('\n');
      }
    });
    for await (const _ of scan) {
      yield* rejected.splice(0);
      if (row >= most) break;
    }
    yield* rejected.splice(0);
    out.end();
  } catch (error) {
    throw unusablePath(copy, error);
  } finally {
    out.close();
  }
}

/** A file that is written sequentially, in chunks. */
class ChunkedFile {
  readonly #descriptor: number;
  readonly #chunk = Buffer.allocUnsafe(COPY_CHUNK);
  #length = 0;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'w');
  }

  record(buffer: Buffer, start: number, { cuts, end }: TextRecord): void {
    let at = start;
    for (let cut = 0; cut < cuts.length; cut += 2) {
      this.#bytes(buffer, at, cuts[cut] as number);
      at = cuts[cut + 1] as number;
    }
    this.#bytes(buffer, at, end);
  }

  text(text: string): void {
    const bytes = Buffer.from(text);
    this.#bytes(bytes, 0, bytes.length);
  }

  #bytes(buffer: Buffer, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.#length === COPY_CHUNK) this.end();
      const copied = buffer.copy(this.#chunk, this.#length, at, end);
      this.#length += copied;
      at += copied;
    }
  }

  /** Writes the rest of the chunk. */
  end(): void {
    for (let written = 0; written < this.#length; ) {
      written += writeSync(this.#descriptor, this.#chunk, written, this.#length - written);
    }
    this.#length = 0;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
