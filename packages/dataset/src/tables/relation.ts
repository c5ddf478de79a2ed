import { columnText } from './sql-text.js';

/** A type of SQL. */
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

/** The type of a column; with `?` where it may be NULL. */
export type ColumnType = SqlType | `${SqlType}?`;

/** The columns of a relation with their types, in their order. */
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

/** A row of a relation in JavaScript. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/**
 * Rows that SQL can read from: files, a table, or a query in parentheses. What asks for a column takes a relation that
 * has it (`Relation<{ labels: 'INTEGER[]' }>`), so the compiler notices one that does not; others may be there besides.
 */
export class Relation<out C extends Columns> {
  /** What stands behind FROM. */
  readonly sql: string;
  readonly columns: C;

  constructor(sql: string, columns: C) {
    this.sql = sql;
    this.columns = columns;
  }

  /** So that it can stand in the text of a query: `SELECT labels FROM ${samples}`. */
  toString(): string {
    return this.sql;
  }
}

/** A query and the columns that its rows have; {@link Tables} checks them where it runs it. */
export class Query<out C extends Columns> {
  readonly sql: string;
  readonly columns: C;

  constructor(sql: string, columns: C) {
    this.sql = sql;
    this.columns = columns;
  }

  /** The query in parentheses, for another to read from. */
  get relation(): Relation<C> {
    return new Relation(`(${this.sql})`, this.columns);
  }

  /** In parentheses, so that it can stand in the text of another. */
  toString(): string {
    return `(${this.sql})`;
  }
}

/** A query of which the text says what it reads, and `columns` what comes out. */
export function query<const C extends Columns>(columns: C, sql: string): Query<C> {
  return new Query(sql, columns);
}

/**
 * Some columns of a relation.
 *
 * @param rest what stands behind FROM and the relation: `WHERE split = 'train'`
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

/** The names of a relation's columns, as they stand behind SELECT. */
export function namesOf(columns: Columns): string {
  return Object.keys(columns).map(nameText).join(', ');
}

/** Names that are words of SQL. */
const QUOTED: ReadonlySet<string> = new Set(['offset']);

function nameText(name: string): string {
  return QUOTED.has(name) ? columnText(name) : name;
}

/** The type without what says that it may be NULL. */
export function sqlType(type: ColumnType): SqlType {
  return (type.endsWith('?') ? type.slice(0, -1) : type) as SqlType;
}

/** A cell that is NULL, as it stands behind SELECT. */
export function nullSql(type: ColumnType, name: string): string {
  const own = sqlType(type);
  return `CAST(NULL AS ${own === 'VARCHAR' ? 'STRING' : own}) AS ${nameText(name)}`;
}
