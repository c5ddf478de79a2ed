export {
  type ColumnType,
  type ColumnValue,
  columnText,
  listText,
  openTables,
  type Row,
  stringText,
  Tables,
  type TablesOptions,
} from './tables.js';
