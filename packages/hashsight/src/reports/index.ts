export { type RunReportOptions, writeRunReport } from './run-report.js';
