import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { SourceError } from '@hashsight/formats';
import { fetchDebianPackage } from './debian-package.js';
import type { FetchedSource, FetchOptions, PostSource, SourceImage } from './source.js';
import { readSvgMetadata } from './svg-metadata.js';

/** Open Clip Art, release 0.18 (the last complete release), as packaged by Debian. */
const PACKAGE = {
  name: 'openclipart-svg',
  version: '1:0.18+dfsg-19',
  sha256: '989712d90d57dfa3230049f553bb43b76c30ee4d4b8c5f6e106e33f7db5cbdc5',
};

/**
 * Open Clip Art: 8,121 public-domain drawings by many people, each with the words that its uploader chose. The `folder`
 * of a post is the editors' category. Debian replaces identical files by links to one of them; these are ordinary posts
 * with the field `duplicateOf`.
 */
export const openclipart: PostSource = {
  name: 'openclipart',
  description: "8,121 public-domain drawings with their uploaders' tags (25 MB, Debian and Ubuntu)",
  fetch: fetchOpenclipart,
};

async function fetchOpenclipart(options: FetchOptions): Promise<FetchedSource> {
  const { folder, version } = await fetchDebianPackage(PACKAGE, options).catch((error: unknown) => {
    if (!(error instanceof SourceError)) throw error;
    const advice = 'the emoji set needs only npm: hashsight dataset emoji';
    throw new SourceError(`openclipart: ${error.message}; ${advice}`, { cause: error });
  });
  const root = path.join(folder, 'usr', 'share', 'openclipart', 'svg');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.svg')).sort();
  if (files.length === 0) throw new SourceError(`openclipart: no SVG files in ${root}`);
  const images: SourceImage[] = [];
  for (const file of files) {
    images.push(await readImage(root, file));
    options.onProgress({
      step: 'reading tags',
      done: images.length,
      total: files.length,
      unit: 'images',
    });
  }
  return { origin: `${PACKAGE.name} ${version}`, license: 'public domain', folder, images };
}

async function readImage(root: string, relative: string): Promise<SourceImage> {
  const file = path.join(root, relative);
  const { subjects, title, creator } = readSvgMetadata(await readFile(file, 'utf8'));
  const original = (await lstat(file)).isSymbolicLink()
    ? path.relative(root, path.join(path.dirname(file), await readlink(file)))
    : undefined;
  return {
    id: withoutExtension(relative),
    file,
    hashtags: subjects,
    extras: {
      source: 'openclipart',
      ...(title !== undefined && { title }),
      folder: path.dirname(relative),
      ...(creator !== undefined && { creator }),
      ...(original !== undefined && { duplicateOf: withoutExtension(original) }),
    },
  };
}

function withoutExtension(file: string): string {
  return file.slice(0, -path.extname(file).length);
}
