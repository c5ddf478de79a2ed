// What failed is kept: the input that was being read, and why.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that failures are kept in. */
export const FAILURES = fileURLToPath(new URL('../fuzz-failures', import.meta.url));

const LONGEST_MESSAGE = 2000;

/** Copies the files of the folder `input` to a folder of the failure's own. */
export function keepFailure(campaign, seed, reason, input) {
  let number = 1;
  const folder = () => path.join(FAILURES, `${campaign}-${seed}-${number}`);
  while (existsSync(folder())) number++;
  mkdirSync(folder(), { recursive: true });
  if (existsSync(input)) cpSync(input, folder(), { recursive: true });
  writeFileSync(path.join(folder(), 'reason.txt'), `${reason}\n`);
}

/** What is wrong with an error that bad input causes, or undefined: it must be of `expected` class, on one line, and not long. */
export function problemOf(error, expected) {
  if (!(error instanceof expected)) return `an error of another class: ${error?.stack ?? error}`;
  if (error.message.includes('\n')) return `a message of many lines: ${error.message}`;
  if (error.message.length > LONGEST_MESSAGE) {
    return `a message of ${error.message.length} characters: ${error.message.slice(0, 200)}…`;
  }
  return undefined;
}
