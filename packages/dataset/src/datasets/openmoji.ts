import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { parseJsonFile } from '@hashsight/formats/node';
import { z } from 'zod';
import { emojiSequence } from './emoji-sequence.js';
import { fetchNpmPackage } from './npm-package.js';
import type { FetchedSource, FetchOptions, PostSource, SourceImage } from './source.js';

const PACKAGE = {
  name: 'openmoji',
  version: '17.0.0',
  integrity:
    'sha512-EBnYrNGdcdw+OSXmENeNE1yBNRu6tOraTmoOyUbJkTmvT/+XETp8RZLSJFzD3lrPc5N9CzsyPnRTk0Vp4UaI9w==',
  members: ['data/openmoji.json', 'color/svg', 'black/svg', 'LICENSE.txt'],
};

/** Origin of OpenMoji's drawings and tags. */
export const OPENMOJI_ORIGIN = `${PACKAGE.name} ${PACKAGE.version}`;

/** The two drawings of each emoji. */
const STYLES = ['color', 'black'] as const;

/**
 * OpenMoji: 2,465 emoji, each in color and as a black outline, with the tags of Unicode's CLDR and OpenMoji's own tags
 * (2,345 have some). Skin tones are left out: they have no tags of their own. The `group` and `subgroup` of a post are the
 * editors' categories.
 */
export const openmoji: PostSource = {
  name: 'openmoji',
  description: '2,465 emoji in color and outline with their tags (4 MB, npm)',
  fetch: fetchOpenmoji,
};

const entrySchema = z.object({
  hexcode: z.string().regex(/^[0-9A-F]+(-[0-9A-F]+)*$/),
  group: z.string(),
  subgroups: z.string(),
  annotation: z.string(),
  tags: z.string(),
  openmoji_tags: z.string(),
  /** A number for a single skin tone, `1,3` for two people, empty for none. */
  skintone: z.union([z.string(), z.number()]),
  skintone_base_hexcode: z.string(),
});

/** An emoji as listed by OpenMoji. */
export interface OpenmojiEntry {
  /** As in file names: `1F44B-1F3FB`. */
  readonly hexcode: string;
  readonly group: string;
  readonly subgroup: string;
  /** Its name: `waving hand: light skin tone`. */
  readonly annotation: string;
  /** Tags without repetition; a skin tone has those of the emoji without one. */
  readonly hashtags: readonly string[];
  readonly skinTone?: string;
}

/**
 * Downloads OpenMoji.
 *
 * @returns its folder, and its entries in its order
 * @throws SourceError if it cannot be downloaded
 */
export async function fetchOpenmojiList(
  cache: string,
): Promise<{ readonly folder: string; readonly entries: readonly OpenmojiEntry[] }> {
  const folder = await fetchNpmPackage(PACKAGE, cache);
  const file = path.join(folder, 'data/openmoji.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `${file}: missing from the package; remove its folder to download it again`;
    throw new SourceError(message, { cause });
  });
  return { folder, entries: parseOpenmojiList(file, text) };
}

/**
 * Parses `openmoji.json`.
 *
 * @throws InputError naming the first entry that is not as expected
 */
export function parseOpenmojiList(file: string, text: string): readonly OpenmojiEntry[] {
  const entries = parseJsonFile(file, text, z.array(entrySchema), "OpenMoji's list of emoji");
  const tags = new Map(entries.map((entry) => [entry.hexcode, tagsOf(entry)]));
  return entries.map((entry): OpenmojiEntry => {
    const { hexcode, group, subgroups: subgroup, annotation } = entry;
    const skinTone = String(entry.skintone);
    const own = tags.get(hexcode) ?? [];
    const hashtags = own.length > 0 ? own : (tags.get(entry.skintone_base_hexcode) ?? []);
    return { hexcode, group, subgroup, annotation, hashtags, ...(skinTone !== '' && { skinTone }) };
  });
}

function tagsOf({ tags, openmoji_tags }: z.infer<typeof entrySchema>): readonly string[] {
  const words = `${tags},${openmoji_tags}`.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

async function fetchOpenmoji({ cache, onProgress }: FetchOptions): Promise<FetchedSource> {
  onProgress({ step: 'downloading', done: 0, total: 1, unit: 'packages' });
  const { folder, entries } = await fetchOpenmojiList(cache);
  onProgress({ step: 'downloading', done: 1, total: 1, unit: 'packages' });
  return {
    origin: OPENMOJI_ORIGIN,
    license: 'CC-BY-SA-4.0',
    attribution: 'All emojis designed by OpenMoji, the open-source emoji and icon project (openmoji.org)',
    folder: path.join(cache, `openmoji-${PACKAGE.version}`),
    images: openmojiImages(folder, entries),
  };
}

/** The drawings of the emoji without skin tones, sorted by id. */
export function openmojiImages(folder: string, entries: readonly OpenmojiEntry[]): readonly SourceImage[] {
  const drawings = entries
    .filter(({ skinTone }) => skinTone === undefined)
    .flatMap(({ hexcode, group, subgroup, annotation, hashtags }) =>
      STYLES.map((style): SourceImage => {
        const emoji = emojiSequence(hexcode);
        return {
          id: `openmoji/${style}/${emoji}`,
          file: path.join(folder, style, 'svg', `${hexcode}.svg`),
          hashtags,
          extras: { source: 'openmoji', style, name: annotation, group, subgroup, emoji },
        };
      }),
    );
  return drawings.sort((a, b) => (a.id < b.id ? -1 : 1));
}
