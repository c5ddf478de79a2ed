export { columnText, openTables, type Row, stringText, Tables, type TablesOptions } from './tables.js';
