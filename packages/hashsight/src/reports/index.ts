export { writePreparationReport } from './preparation-report.js';
export { type RunReportOptions, writeRunReport } from './run-report.js';
