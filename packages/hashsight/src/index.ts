export { HashsightError, InputError, SourceError, UsageError } from './errors.js';
