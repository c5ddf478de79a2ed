export {
  csvSql,
  jsonLinesSql,
  parquetMetadataSql,
  parquetSchemaSql,
  parquetSql,
  type RelationFiles,
} from './file-relations.js';
export { columnText, listText, stringText } from './sql-text.js';
export {
  type ColumnType,
  type ColumnValue,
  openTables,
  type Row,
  Tables,
  type TablesOptions,
} from './tables.js';
