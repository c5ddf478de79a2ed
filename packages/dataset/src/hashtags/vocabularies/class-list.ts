import { readdir, readFile, stat } from 'node:fs/promises';
import { InputError, shownText, shownValue } from '@hashsight/formats';
import { readVocabulary, unusablePath } from '@hashsight/formats/node';
import type { CanonicalClass } from '../canonicalise.js';
import type { HashtagCounts } from '../hashtag-counts.js';
import { normaliseHashtag } from '../normalise.js';
import type { ClassChoice } from './class-choice.js';

/** A class as a person lists it. */
export interface ListedClass {
  readonly name: string;
  /** What people may call it; its name among them, unless they took it out. */
  readonly words: readonly string[];
  /** WordNet 3.0's ids, where the list has them. */
  readonly synsets?: readonly string[];
}

/**
 * Reads a list of classes: a text file with a class a line, its synonyms behind commas (`tench, Tinca tinca`; a line
 * that begins with `# ` is a note), a folder with a subfolder for each class, or a `vocabulary.json`.
 *
 * @throws InputError when it cannot be read, names no class, or one twice
 */
export async function readClassList(place: string): Promise<readonly ListedClass[]> {
  const classes = await readClasses(place);
  if (classes.length === 0) throw new InputError(`${place}: expected a list of classes, got none`);
  const names = new Set<string>();
  for (const { name } of classes) {
    const normalised = normaliseHashtag(name);
    if (normalised === '')
      throw new InputError(`${place}: expected names of classes, got ${shownValue(name)}`);
    if (names.has(normalised))
      throw new InputError(`${place}: expected each class once, got "${shownText(name)}" twice`);
    names.add(normalised);
  }
  return classes;
}

async function readClasses(place: string): Promise<readonly ListedClass[]> {
  if (place.endsWith('.json')) {
    const { classes } = await readVocabulary(place);
    return classes.map(({ name, hashtags, synsets = [] }) => ({ name, words: hashtags, synsets }));
  }
  try {
    if ((await stat(place)).isDirectory()) {
      const entries = await readdir(place, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
      return folders.map(({ name }) => ({ name, words: [name] })).sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    return parseClassList(await readFile(place, 'utf8'));
  } catch (error) {
    throw unusablePath(place, error);
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
 * The classes of a list as they stand there, nothing merged and nothing guessed, with those of their words that occur in
 * the data. A class of which no word occurs is left out.
 *
 * @param place of the list, for the reasons
 */
export function listedClasses(
  list: readonly ListedClass[],
  counts: Pick<HashtagCounts, 'counts'>,
  place: string,
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
  return { classes, excluded: new Map(others.map((hashtag) => [hashtag, `not in ${place}`])) };
}
