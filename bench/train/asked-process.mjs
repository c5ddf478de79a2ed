import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a program that answers one command at a time: a line of JSON, `[name, settings]`, by a line of JSON.
 *
 * @param options - `spawn`'s
 */
export function startAsked(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (name, settings = {}) => {
    child.stdin.write(`${JSON.stringify([name, settings])}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`bench: expected an answer to ${name}, ${program} ended`);
    return JSON.parse(value);
  };
  return { ask, end: () => child.stdin.end() };
}
