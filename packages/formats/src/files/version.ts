import { readFileSync } from 'node:fs';

/** The version of Hashsight; all of its packages share it. */
export function packageVersion(): string {
  const file = new URL('../../../package.json', import.meta.url); // seen from dist/src/files
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
