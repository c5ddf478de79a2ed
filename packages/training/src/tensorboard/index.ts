export { EventWriter } from './event-writer.js';
export { metricScalars } from './metric-scalars.js';
