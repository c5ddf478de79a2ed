import { columnText } from './sql-text.js';

/** An SQL type. */
export type SqlType =
  | 'BOOLEAN'
  | 'INTEGER'
  | 'BIGINT'
  | 'UBIGINT'
  | 'DOUBLE'
  | 'VARCHAR'
  | 'BLOB'
  | 'INTEGER[]'
  | 'VARCHAR[]';

/** The type of a column, with `?` if it may be NULL. */
export type ColumnType = SqlType | `${SqlType}?`;

/** The columns of a relation with their types, in order. */
export type Columns = Readonly<Record<string, ColumnType>>;

type ValueOf<T extends ColumnType> = T extends `${infer S extends SqlType}?`
  ? ValueOf<S> | null
  : T extends 'VARCHAR'
    ? string
    : T extends 'BOOLEAN'
      ? boolean
      : T extends 'BLOB'
        ? Uint8Array
        : T extends 'VARCHAR[]'
          ? readonly string[]
          : T extends 'INTEGER[]'
            ? readonly number[]
            : number;

/** A row of a relation as a JavaScript object. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/**
 * Rows that SQL can read: files, a table, or a query in parentheses. Its type lists its columns, so the compiler reports a
 * missing column: a function that needs labels takes a `Relation<{ labels: 'INTEGER[]' }>`, which may have more columns.
 */
export class Relation<out C extends Columns> {
  /** SQL to put after FROM. */
  readonly sql: string;
  readonly columns: C;

  constructor(sql: string, columns: C) {
    this.sql = sql;
    this.columns = columns;
  }

  /** Returns the SQL, for use in a template: `SELECT labels FROM ${samples}`. */
  toString(): string {
    return this.sql;
  }
}

/** A query with its declared columns, which {@link Tables} checks when it runs the query. */
export class Query<out C extends Columns> {
  readonly sql: string;
  readonly columns: C;

  constructor(sql: string, columns: C) {
    this.sql = sql;
    this.columns = columns;
  }

  /** The query in parentheses, as a relation for another query. */
  get relation(): Relation<C> {
    return new Relation(`(${this.sql})`, this.columns);
  }

  /** Returns the SQL in parentheses, for use in the template of another query. */
  toString(): string {
    return `(${this.sql})`;
  }
}

/** Makes a query from the columns of its result and its SQL. */
export function query<const C extends Columns>(columns: C, sql: string): Query<C> {
  return new Query(sql, columns);
}

/**
 * Selects columns of a relation.
 *
 * @param rest SQL to put after the relation: `WHERE split = 'train'`
 */
export function select<C extends Columns, const Names extends readonly (keyof C & string)[]>(
  relation: Relation<C>,
  names: Names,
  rest = '',
): Query<Pick<C, Names[number]>> {
  const columns = Object.fromEntries(names.map((name) => [name, relation.columns[name]]));
  const sql = `SELECT ${names.map(nameText).join(', ')} FROM ${relation} ${rest}`.trimEnd();
  return new Query(sql, columns as Pick<C, Names[number]>);
}

/** The names of columns, separated by commas, to put after SELECT. */
export function namesOf(columns: Columns): string {
  return Object.keys(columns).map(nameText).join(', ');
}

/** Names that are SQL keywords and need quotes. */
const QUOTED: ReadonlySet<string> = new Set(['offset']);

function nameText(name: string): string {
  return QUOTED.has(name) ? columnText(name) : name;
}

/** The type without the mark for NULL. */
export function sqlType(type: ColumnType): SqlType {
  return (type.endsWith('?') ? type.slice(0, -1) : type) as SqlType;
}

/** A column of NULLs, to put after SELECT. */
export function nullSql(type: ColumnType, name: string): string {
  const own = sqlType(type);
  return `CAST(NULL AS ${own === 'VARCHAR' ? 'STRING' : own}) AS ${nameText(name)}`;
}
