import { shownText } from '@hashsight/formats';
import { InvalidArgumentError } from 'commander';

/** What `--checkpoint` takes, where a trained model is used. */
export const CHECKPOINT_HELP =
  'checkpoint to use: best (by validation hit@1), last, or its name (default: best; last if there was no validation)';

/** A checkpoint that is used, for people: `epoch-009 (best)`. */
export function checkpointText(name: string, role: 'best' | 'last' | 'named'): string {
  return role === 'named' ? name : `${name} (${role})`;
}

/** Parses a flag's value that counts something: 1, 2, 3, … */
export function parsePositiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError(`expected a whole number from 1 on, got "${shownText(text)}"`);
  }
  return value;
}

/** Parses a flag's value that counts something: 0, 1, 2, … */
export function parseCount(text: string): number {
  return text.trim() === '0' ? 0 : parsePositiveInteger(text);
}

/** Parses a flag's value that is a number. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) {
    throw new InvalidArgumentError(`expected a number, got "${shownText(text)}"`);
  }
  return value;
}

/** Parses a flag's value that is a list of numbers: `30,60,80`. */
export function parseNumbers(text: string): number[] {
  return text.split(',').map(parseNumber);
}
