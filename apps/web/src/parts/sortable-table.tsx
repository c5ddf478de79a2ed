import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Scroll } from './scroll.js';

/** A column of a {@link SortableTable}. */
export interface Column<T> {
  readonly title: string;
  /** The value that rows are sorted by; undefined sorts last. Without it, the column cannot be sorted. */
  readonly sortBy?: (row: T) => string | number | undefined;
  readonly isNumber?: boolean;
  /** Class of its cells. */
  readonly style?: string;
  readonly cell: (row: T) => ComponentChildren;
}

function compare(a: string | number | undefined, b: string | number | undefined, direction: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'string' || typeof b === 'string') return direction * String(a).localeCompare(String(b));
  return direction * (a - b);
}

/** Number of rows that are drawn at first, and added by each click. */
const ROWS = 50;

/** A table whose headings sort it. The first column names the row. */
export function SortableTable<T>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}) {
  const order = useSignal<{ readonly index: number; readonly direction: 1 | -1 } | undefined>(undefined);
  const limit = useSignal(ROWS);
  const by = order.value;
  const sortBy = by === undefined ? undefined : columns[by.index]?.sortBy;
  const sorted =
    by === undefined || sortBy === undefined
      ? rows
      : rows.toSorted((a, b) => compare(sortBy(a), sortBy(b), by.direction));
  const toggle = (index: number, isNumber: boolean) => {
    // Numbers are most interesting from the top, names from A.
    const first = isNumber ? -1 : 1;
    const isSame = by?.index === index && by.direction === first;
    order.value = { index, direction: isSame ? (first === 1 ? -1 : 1) : first };
  };
  return (
    <>
      <Scroll label={caption}>
        <table>
          <caption class="hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ title, sortBy: canSort, isNumber = false }, i) => (
                <th
                  key={title}
                  scope="col"
                  class={isNumber ? 'number' : undefined}
                  {...(by?.index === i && {
                    'aria-sort': by.direction === 1 ? ('ascending' as const) : ('descending' as const),
                  })}
                >
                  {canSort === undefined ? (
                    title
                  ) : (
                    <button type="button" class="sort" onClick={() => toggle(i, isNumber)}>
                      {title}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, limit.value).map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ title, cell, isNumber = false, style }, i) => {
                  const name = [isNumber ? 'number' : '', style ?? ''].join(' ').trim() || undefined;
                  return i === 0 ? (
                    <th key={title} scope="row" class={name}>
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={title} class={name}>
                      {cell(row)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > limit.value && (
        <button
          type="button"
          class="button bare more"
          onClick={() => {
            limit.value += ROWS;
          }}
        >
          Show {Math.min(ROWS, rows.length - limit.value)} more of {rows.length}
        </button>
      )}
    </>
  );
}
