import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type SplitName, shownText, shownValue } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { imagesText, type LabelledImage, type LabelledImages, listedNote } from './labelled-image.js';
import { cleanLabel, splitLabels } from './split-labels.js';

const IMAGE_COLUMNS = ['image', 'image_path', 'path', 'file', 'filename', 'file_name', 'filepath'];
/** Columns with a single label, which may contain spaces and commas. */
const LABEL_COLUMNS = ['label', 'class', 'category', 'target'];
/** Columns with any number of labels. */
const LABELS_COLUMNS = ['labels', 'classes', 'categories', 'hashtags', 'tags'];
const SPLIT_COLUMNS = ['split', 'subset', 'partition', 'fold'];
const GROUP_COLUMNS = ['group', 'group_id'];

const SPLIT_WORDS: Readonly<Record<string, SplitName>> = {
  train: 'train',
  training: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  test: 'test',
};

/**
 * Reads a CSV or TSV file with a column for the image, one for its label or labels, and optionally one for the split and one
 * for the group. Paths are relative to the file. The split of an image with an empty split cell is drawn later.
 *
 * @throws InputError when the file cannot be read, a column is missing, or a split is unknown
 */
export async function readLabelsTable(file: string): Promise<LabelledImages> {
  const { header, records } = await readTable(file);
  const image = columnOf(file, header, IMAGE_COLUMNS);
  const label = columnOf(file, header, [...LABEL_COLUMNS, ...LABELS_COLUMNS]);
  const isOne = LABEL_COLUMNS.includes(header[label] as string);
  const split = header.findIndex((name) => SPLIT_COLUMNS.includes(name));
  const group = header.findIndex((name) => GROUP_COLUMNS.includes(name));
  const images: LabelledImage[] = [];
  const incomplete: string[] = [];
  for (const { line, fields } of records) {
    const named = fields[image]?.trim() ?? '';
    const cell = fields[label] ?? '';
    const labels = [...new Set(isOne ? cleanLabel(cell) : splitLabels(cell))];
    if (named === '' || labels.length === 0) {
      incomplete.push(`line ${line}`);
      continue;
    }
    images.push({
      path: named,
      file: path.resolve(path.dirname(file), named),
      labels,
      split: split === -1 ? undefined : splitOf(`${file}:${line}`, fields[split] ?? ''),
      group: group === -1 ? undefined : fields[group]?.trim() || undefined,
    });
  }
  const notes = listedNote((n) => `${imagesText(n)} without a path or a label skipped`, incomplete);
  return { images, labelsPerImage: isOne ? 'one' : 'several', notes };
}

interface CsvRecord {
  /** Line on which the record ends, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

async function readTable(
  file: string,
): Promise<{ readonly header: readonly string[]; readonly records: readonly CsvRecord[] }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const [header, ...records] = csvRecords(file, text.replace(/^\ufeff/, ''));
  return { header: header?.fields.map((name) => name.toLowerCase()) ?? [], records };
}

function csvRecords(file: string, text: string): CsvRecord[] {
  try {
    const rows = parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'], // a file may mix them; csv-parse would only use the first one it finds
      info: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly info: Info; readonly record: readonly string[] }[];
    return rows.map(({ info, record }) => ({ line: info.lines, fields: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quoted field is not closed; add the quote' : error.message;
    throw new InputError(`${file}:${error.lines}: ${reason}`, { cause: error });
  }
}

/** Returns the separator that occurs most often in the header. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return [',', '\t', ';'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

function columnOf(file: string, header: readonly string[], names: readonly string[]): number {
  const column = header.findIndex((name) => names.includes(name));
  if (column !== -1) return column;
  const got = header.length === 0 ? 'an empty file' : header.map((name) => shownText(name)).join(', ');
  throw new InputError(`${file}: expected a column with one of the names ${names.join(', ')}, got ${got}`);
}

function splitOf(where: string, cell: string): SplitName | undefined {
  const word = cell.trim().toLowerCase();
  const split = SPLIT_WORDS[word];
  if (split !== undefined || word === '') return split;
  throw new InputError(`${where}: expected the split train, validation or test, got ${shownValue(cell)}`);
}
