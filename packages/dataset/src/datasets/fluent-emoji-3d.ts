import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { emojiSequence } from './emoji-sequence.js';
import { fetchNpmPackage } from './npm-package.js';
import { fetchOpenmojiList, OPENMOJI_ORIGIN, type OpenmojiEntry } from './openmoji.js';
import type { FetchedSource, FetchOptions, PostSource, SourceImage } from './source.js';

const PACKAGE = {
  name: '@lobehub/fluent-emoji-3d',
  version: '1.1.0',
  integrity:
    'sha512-Wlq2lVStTnr8BDpIJ0pEnTKO4LuDxxqTEhTvRtD1DLRF0me7ogeRQjKoehDHXuVJ2Qaecgl5wRBv60lUAG3h7g==',
  members: ['assets', 'package.json'],
};

/**
 * Microsoft's Fluent Emoji, rendered in 3D: a style far from drawings. Tags, groups and names come from OpenMoji, by code
 * points. Each skin tone is a post of its own, with the tags of the emoji without one.
 */
export const fluentEmoji3d: PostSource = {
  name: 'fluent-emoji-3d',
  description: "3,375 emoji rendered in 3D, with OpenMoji's tags (20 MB, npm)",
  fetch: fetchFluentEmoji3d,
};

async function fetchFluentEmoji3d({ cache, onProgress, onNote }: FetchOptions): Promise<FetchedSource> {
  const report = (done: number) => onProgress({ step: 'downloading', done, total: 2, unit: 'packages' });
  report(0);
  const { entries } = await fetchOpenmojiList(cache);
  report(1);
  const folder = path.join(await fetchNpmPackage(PACKAGE, cache), 'assets');
  report(2);
  const names = await readdir(folder).catch((cause: unknown) => {
    const message = `${folder}: missing from the package; remove its folder to download it again`;
    throw new SourceError(message, { cause });
  });
  const { images, unlisted } = fluentImages(folder, names, entries);
  if (unlisted.length > 0) {
    onNote(
      `fluent-emoji-3d: ${unlisted.length} images left out, OpenMoji does not list them: ${unlisted[0]}`,
    );
  }
  return {
    origin: `${PACKAGE.name} ${PACKAGE.version}, tags from ${OPENMOJI_ORIGIN}`,
    license: 'MIT (images), CC-BY-SA-4.0 (tags)',
    attribution: 'Fluent Emoji by Microsoft, packaged by LobeHub; tags by OpenMoji (openmoji.org)',
    folder: path.join(cache, `fluent-emoji-3d-${PACKAGE.version}`),
    images,
  };
}

/**
 * The images of the package, sorted by id. Some emoji are there twice, under names with and without leading zeros; the
 * first is used.
 *
 * @param names file names, code points in hexadecimal: `1f469-1f3fb-200d-1f3a8.webp`
 * @returns also the names whose code points OpenMoji does not list
 */
export function fluentImages(
  folder: string,
  names: readonly string[],
  entries: readonly OpenmojiEntry[],
): { readonly images: readonly SourceImage[]; readonly unlisted: readonly string[] } {
  const listed = new Map(entries.map((entry) => [emojiSequence(entry.hexcode), entry]));
  const images = new Map<string, SourceImage>();
  const unlisted: string[] = [];
  for (const name of names.filter((file) => file.endsWith('.webp')).sort()) {
    const emoji = emojiSequence(path.parse(name).name);
    const entry = listed.get(emoji);
    if (entry === undefined) unlisted.push(name);
    if (entry === undefined || images.has(emoji)) continue;
    const { group, subgroup, annotation, hashtags, skinTone } = entry;
    images.set(emoji, {
      id: `fluent-emoji-3d/${emoji}`,
      file: path.join(folder, name),
      hashtags,
      extras: {
        source: 'fluent-emoji-3d',
        ...{ name: annotation, group, subgroup, emoji },
        ...(skinTone !== undefined && { skinTone }),
      },
    });
  }
  return { images: [...images.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), unlisted };
}
