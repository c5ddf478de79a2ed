import { readdir, readFile, stat } from 'node:fs/promises';
import { InputError, shownText, shownValue } from '@hashsight/formats';
import { readVocabulary, unusablePath } from '@hashsight/formats/node';
import type { CanonicalClass } from '../canonicalise.js';
import type { HashtagCounts } from '../hashtag-counts.js';
import { normaliseHashtag } from '../normalise.js';
import type { ClassChoice } from './class-choice.js';

/** A class of a user's list. */
export interface ListedClass {
  readonly name: string;
  /** Words for the class; usually includes its name. */
  readonly words: readonly string[];
  /** WordNet 3.0 ids, if the list has them. */
  readonly synsets?: readonly string[];
}

/**
 * Reads a list of classes: a text file with one class per line, followed by synonyms after commas (`tench, Tinca
 * tinca`; lines that begin with `# ` are comments), a folder with one subfolder per class, or a `vocabulary.json`.
 *
 * @throws InputError if it cannot be read, contains no class, or contains a class twice
 */
export async function readClassList(file: string): Promise<readonly ListedClass[]> {
  const classes = await readClasses(file);
  if (classes.length === 0) throw new InputError(`${file}: expected a list of classes, got no class`);
  const names = new Set<string>();
  for (const { name } of classes) {
    const normalised = normaliseHashtag(name);
    if (normalised === '') throw new InputError(`${file}: expected class names, got ${shownValue(name)}`);
    if (names.has(normalised))
      throw new InputError(`${file}: the class "${shownText(name)}" is listed twice; remove one of them`);
    names.add(normalised);
  }
  return classes;
}

async function readClasses(file: string): Promise<readonly ListedClass[]> {
  if (file.endsWith('.json')) {
    const { classes } = await readVocabulary(file);
    return classes.map(({ name, hashtags, synsets = [] }) => ({ name, words: hashtags, synsets }));
  }
  try {
    if ((await stat(file)).isDirectory()) {
      const entries = await readdir(file, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
      return folders.map(({ name }) => ({ name, words: [name] })).sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    return parseClassList(await readFile(file, 'utf8'));
  } catch (error) {
    throw unusablePath(file, error);
  }
}

function parseClassList(text: string): readonly ListedClass[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const words = line.split(',').map((word) => word.trim().replace(/^[#＃﹟]+/, ''));
      return { name: words[0] ?? '', words: words.filter((word) => word !== '') };
    });
}

/**
 * The classes of a list, unchanged and unmerged, with those of their words that occur in the data. A class without such
 * a word is left out.
 *
 * @param file path of the list, for the reasons
 */
export function listedClasses(
  list: readonly ListedClass[],
  counts: Pick<HashtagCounts, 'counts'>,
  file: string,
): ClassChoice {
  const classes: CanonicalClass[] = [];
  for (const { name, words, synsets = [] } of list) {
    const hashtags = [...new Set(words.map(normaliseHashtag))].filter((hashtag) =>
      counts.counts.has(hashtag),
    );
    if (hashtags.length > 0) classes.push({ name, hashtags, synsets });
  }
  const taken = new Set(classes.flatMap(({ hashtags }) => hashtags));
  const others = [...counts.counts.keys()].filter((hashtag) => !taken.has(hashtag));
  return { classes, excluded: new Map(others.map((hashtag) => [hashtag, `not in ${file}`])) };
}
