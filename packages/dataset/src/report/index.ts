export { writePreparationReport } from './preparation-report.js';
