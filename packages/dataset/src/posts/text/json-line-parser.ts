import { endRecord, lineEndFrom, type RecordParser } from './record.js';

/** Separator given to DuckDB so that it reads each line as one field. */
export const DELIMITER = 1;

/** Finds the lines of a JSONL file. Each line is a record, even an empty one. */
export const jsonLineParser: RecordParser = (found, buffer, start, limit, isEnd) => {
  const end = lineEndFrom(buffer, start, limit);
  found.problem = buffer.subarray(start, end).includes(DELIMITER)
    ? 'expected a JSON object, got a line with the control character \\u0001'
    : '';
  return endRecord(found, buffer, end, limit, isEnd);
};
