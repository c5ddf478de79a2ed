import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { z } from 'zod';
import { emojiSequence } from './emoji-sequence.js';
import { fetchNpmPackage } from './npm-package.js';
import type { FetchedSource, FetchOptions, PostSource, SourceImage } from './source.js';

const VERSION = '16.0.0';

/** Digests of `emoji-datasource-STYLE`, from the npm registry. */
const STYLES = {
  apple: 'sha512-dVYjsK0FnCry9F+PBtnivhG2K0xdwlmqYaSgiUtztUdAGPYiHYhZcVKvNBqC791g2qyEcFNTBO6utg4eQ3uLTw==',
  facebook: 'sha512-b9ZxJdB7nMWGckH1vyCjPSosaa6MJYuojPPFiQ0LmDIZS8vlG454XKcmTFKrXIMAA72O4MRJMYFhvWI8pjyciQ==',
  google: 'sha512-ZRexfzs7MVoLnmzZmNsO4TKhnAJp5D++Vm6PpUpH/jEQQlemp3l88CjZ+DoZ2faM9R4QxZkOPJCoT8DlPhfQ3A==',
  twitter: 'sha512-7F+uCuHH+7Qnrc15P5tnbvKkg9E6tlzi4MnT2uW1RlN4pLYTza6cP/dstIfSDMtpjFLWuZewWg8jBbuL2eyELQ==',
} as const;

const KEYWORDS = {
  name: 'emojilib',
  version: '4.0.3',
  integrity:
    'sha512-KbWiYre9aRSaPbHrHZIz9zmoM+21LAsK1VFJtnTh1VCtWE/rNMDviGhQTmselFl95dhqtGlY22iH0leG5BuW0g==',
  members: ['dist/emoji-en-US.json'],
};

/**
 * Emoji in four drawing styles at 64 px, with the keywords that people use to find them. Each skin tone of an emoji is
 * a separate post with the same keywords. The data set suits transfer tasks: from some styles to another one, or to the
 * nine groups.
 */
export const emoji: PostSource = {
  name: 'emoji',
  description: '15,000 emoji in four drawing styles with their keywords (300 MB through npm)',
  fetch: fetchEmoji,
};

/** Part of emoji-datasource's `emoji.json`. */
const drawnSchema = z.looseObject({ unified: z.string(), image: z.string() });
const emojiSchema = drawnSchema.extend({
  name: z.string(),
  category: z.string(),
  subcategory: z.string(),
  skin_variations: z.record(z.string(), drawnSchema).default({}),
});
type Drawn = z.infer<typeof drawnSchema>;

async function fetchEmoji({ cache, onProgress }: FetchOptions): Promise<FetchedSource> {
  const styles = Object.entries(STYLES);
  let done = 0;
  const advance = () =>
    onProgress({ step: 'downloading', done: done++, total: styles.length + 1, unit: 'packages' });
  advance();
  const words = await readKeywords(await fetchNpmPackage(KEYWORDS, cache));
  advance();
  const images: SourceImage[] = [];
  for (const [style, integrity] of styles) {
    const members = ['emoji.json', `img/${style}/64`];
    const wanted = { name: `emoji-datasource-${style}`, version: VERSION, integrity, members };
    images.push(...(await readStyle(await fetchNpmPackage(wanted, cache), style, words)));
    advance();
  }
  return {
    origin: `emoji-datasource ${VERSION} and emojilib ${KEYWORDS.version}`,
    license:
      'each style belongs to its maker (Apple, Facebook, Google, Twitter); check their terms before you publish images',
    folder: path.join(cache, `emoji-${VERSION}`),
    images: images.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

async function readStyle(
  folder: string,
  style: string,
  words: ReadonlyMap<string, string[]>,
): Promise<SourceImage[]> {
  const listed = z.array(emojiSchema).parse(await readJson(path.join(folder, 'emoji.json')));
  return listed.flatMap((one) => {
    const toImage = (drawn: Drawn, skinTone?: string): SourceImage => ({
      id: `${style}/${path.parse(drawn.image).name}`,
      file: path.join(folder, 'img', style, '64', drawn.image),
      hashtags: words.get(keyOf(charactersOf(one.unified))) ?? [],
      extras: {
        source: 'emoji',
        style,
        name: one.name,
        group: one.category,
        subgroup: one.subcategory,
        emoji: emojiSequence(drawn.unified),
        ...(skinTone !== undefined && { skinTone }),
      },
    });
    // If a style has no image of an emoji, the package contains another style's image instead.
    const own = (drawn: Drawn) => drawn[`has_img_${style}`] === true;
    const toned = Object.entries(one.skin_variations).filter(([, drawn]) => own(drawn));
    return [...(own(one) ? [toImage(one)] : []), ...toned.map(([tone, drawn]) => toImage(drawn, tone))];
  });
}

async function readKeywords(folder: string): Promise<ReadonlyMap<string, string[]>> {
  const lists = z
    .record(z.string(), z.array(z.string()))
    .parse(await readJson(path.join(folder, 'dist/emoji-en-US.json')));
  return new Map(Object.entries(lists).map(([characters, words]) => [keyOf(characters), words]));
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(
    await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new SourceError(`${file}: missing from the package; remove its folder to download it again`, {
        cause,
      });
    }),
  );
}

function charactersOf(unified: string): string {
  return String.fromCodePoint(...unified.split('-').map((hex) => Number.parseInt(hex, 16)));
}

/** Removes variation selectors, because the two packages write them in different positions. */
function keyOf(characters: string): string {
  return characters.replaceAll('\ufe0f', '');
}
