import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type SplitName, shownText, shownValue } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { type CsvRecord, csvRecords } from './csv-records.js';
import { imagesText, type LabelledImage, type LabelledImages, listedNote } from './labelled-image.js';
import { cleanLabel, splitLabels } from './split-labels.js';

const IMAGE_COLUMNS = ['image', 'image_path', 'path', 'file', 'filename', 'file_name', 'filepath'];
/** Columns of one label, which may have spaces and commas in it. */
const LABEL_COLUMNS = ['label', 'class', 'category', 'target'];
/** Columns of any number of labels. */
const LABELS_COLUMNS = ['labels', 'classes', 'categories', 'hashtags', 'tags'];
const SPLIT_COLUMNS = ['split', 'subset', 'partition', 'fold'];

const SPLIT_WORDS: Readonly<Record<string, SplitName>> = {
  train: 'train',
  training: 'train',
  validation: 'validation',
  valid: 'validation',
  val: 'validation',
  test: 'test',
};

/**
 * Reads a CSV or TSV file with a column for the image, one for its label or labels, and optionally one for the split. Paths
 * are relative to the file. An empty cell of the split leaves it to be drawn.
 *
 * @throws InputError when it cannot be read, has no such columns, or holds what is no split
 */
export async function readLabelsTable(file: string): Promise<LabelledImages> {
  const { header, records } = await readTable(file);
  const image = columnOf(file, header, IMAGE_COLUMNS);
  const label = columnOf(file, header, [...LABEL_COLUMNS, ...LABELS_COLUMNS]);
  const isOne = LABEL_COLUMNS.includes(header[label] as string);
  const split = header.findIndex((name) => SPLIT_COLUMNS.includes(name));
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
    });
  }
  const notes = listedNote((n) => `${imagesText(n)} without a path or a label, left out`, incomplete);
  return { images, notes };
}

async function readTable(
  file: string,
): Promise<{ readonly header: readonly string[]; readonly records: readonly CsvRecord[] }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const content = text.replace(/^\ufeff/, '');
  try {
    const [header, ...records] = csvRecords(content, separatorOf(content));
    const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? [];
    return { header: names, records };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(
      `${file}:${error.message}: expected a quote to be closed, got one that is not; close it, or double it`,
    );
  }
}

/** The separator of the header: what occurs most often in it. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best));
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
