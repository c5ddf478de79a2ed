import { shownNumber } from '@hashsight/formats';
import type { RunSummary } from '@hashsight/training';

/** A run with its name in the table. */
export interface NamedRun extends RunSummary {
  readonly name: string;
}

/** A column of the table. */
interface Column {
  readonly name: string;
  /** Displayed text; null if unknown. */
  readonly text: (run: NamedRun) => string | null;
  /** Sort key. */
  readonly value: (run: NamedRun) => string | number | null;
  /** Which value comes first when sorting by this column. */
  readonly first: 'lowest' | 'highest';
  readonly isSetting?: boolean;
}

const NOT_KNOWN = '-';

const COLUMNS: readonly Column[] = [
  words('name', ({ name }) => name, false),
  words('model', ({ model }) => model),
  words('recipe', ({ recipe }) => recipe),
  number('size', 'lowest', ({ imageSize }) => imageSize, String, true),
  number('batch', 'lowest', ({ batchSize }) => batchSize, String, true),
  number('lr', 'lowest', ({ lr }) => lr, shortRate, true),
  {
    ...{ name: 'epochs', first: 'highest' },
    value: ({ epochsDone }) => epochsDone,
    text: ({ epochsDone, epochs }) => `${shownNumber(epochsDone)}/${shownNumber(epochs)}`,
  },
  number('steps', 'highest', ({ steps }) => steps, String),
  number('images', 'highest', ({ imagesSeen }) => imagesSeen, shortCount),
  number('hit@1', 'highest', ({ hitAt1 }) => hitAt1, threeDigits),
  number('hit@5', 'highest', ({ hitAt5 }) => hitAt5, threeDigits),
  number('loss', 'lowest', ({ loss }) => loss, threeDigits),
  number(
    'images/s',
    'highest',
    ({ imagesPerSecond }) => imagesPerSecond,
    (rate) => rate.toFixed(0),
  ),
  words('state', ({ state }) => state, false),
];

/** Column names for {@link sortRuns}. */
export const COLUMN_NAMES: readonly string[] = COLUMNS.map(({ name }) => name);

function words(name: string, value: (run: NamedRun) => string | null, isSetting = true): Column {
  return { name, value, text: value, first: 'lowest', isSetting };
}

function number(
  name: string,
  first: Column['first'],
  value: (run: NamedRun) => number | null,
  format: (value: number) => string,
  isSetting = false,
): Column {
  const text = (run: NamedRun) => {
    const known = value(run);
    return known === null ? null : format(known);
  };
  return { name, value, text, first, isSetting };
}

/** Sorts runs by a column: best first if one value is better, otherwise lowest first; unknown values come last. */
export function sortRuns(runs: readonly NamedRun[], by: string): NamedRun[] {
  const column = COLUMNS.find(({ name }) => name === by) as Column;
  const sign = column.first === 'lowest' ? 1 : -1;
  return runs.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'en', { numeric: true });
  });
}

/** Formats runs as a table. */
export function runsTable(runs: readonly NamedRun[]): string {
  return table(COLUMNS, runs);
}

/**
 * Formats runs as a table of the differing settings and the results.
 *
 * @param differing - the settings in which the runs differ
 */
export function differencesTable(runs: readonly NamedRun[], differing: readonly string[]): string {
  const [name, ...results] = COLUMNS.filter(({ isSetting }) => isSetting !== true) as [Column, ...Column[]];
  const settings = differing.map((key) => words(key, ({ settings: { [key]: value } }) => settingText(value)));
  return table([name, ...settings, ...results], runs);
}

/** Aligns words left and numbers right; omits columns without values. */
function table(columns: readonly Column[], runs: readonly NamedRun[]): string {
  const shown = columns.flatMap(({ name, text }) => {
    const cells = runs.map((run) => text(run) ?? NOT_KNOWN);
    return cells.every((cell) => cell === NOT_KNOWN) ? [] : [[name, ...cells]];
  });
  const aligned = shown.map(([name = '', ...cells]) => {
    const width = Math.max(...[name, ...cells].map(({ length }) => length));
    const isWords = cells.some((cell) => cell !== NOT_KNOWN && !/^[\d.,/e+-]+[KMBT]?$/.test(cell));
    return [name, ...cells].map((cell) => (isWords ? cell.padEnd(width) : cell.padStart(width)));
  });
  return ['', ...runs]
    .map((_, row) =>
      aligned
        .map((cells) => cells[row])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function settingText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function threeDigits(value: number): string {
  return value.toFixed(3);
}

function shortRate(rate: number): string {
  return String(Number(rate.toPrecision(3)));
}

/** Formats `30400` as `30.4K`. */
function shortCount(count: number): string {
  return count.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
}
