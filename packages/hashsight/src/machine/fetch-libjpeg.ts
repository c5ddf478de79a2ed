import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fetchDebianPackage, type PinnedDebianPackage } from '@hashsight/dataset/debian-package';
import { cacheFolder } from '@hashsight/formats/node';

/** A downloaded libjpeg-turbo: the folder with the headers in `include`, and the path of the shared library. */
export interface FetchedLibjpeg {
  readonly folder: string;
  readonly library: string;
}

const HEADERS: PinnedDebianPackage = {
  name: 'libjpeg62-turbo-dev',
  version: '1:2.1.5-2',
  sha256: '10485411f751c24472c43b28fe24ab6389fedb027d496bbc2c831496f750ab01',
};

/** The shared library, because Debian's static library cannot be linked into an addon. */
const LIBRARY: PinnedDebianPackage = {
  name: 'libjpeg62-turbo',
  version: '1:2.1.5-2',
  sha256: '95ec30140789a342add8f8371ed018924de51b539056522b66f207b25cba9cad',
};

/**
 * Downloads libjpeg-turbo from Debian's archive to the cache. No root access is needed.
 *
 * @throws SourceError if apt is missing or does not offer the packages
 */
export async function fetchLibjpeg(onNote: (line: string) => void): Promise<FetchedLibjpeg> {
  const usrOf = async (wanted: PinnedDebianPackage) => {
    const options = { cache: cacheFolder(), onProgress: () => {}, onNote };
    const { folder } = await fetchDebianPackage(wanted, options);
    return path.join(folder, 'usr');
  };
  const folder = await usrOf(HEADERS);
  const libraries = path.join(await usrOf(LIBRARY), 'lib');
  const library = readdirSync(libraries, { encoding: 'utf8', recursive: true }).find((file) =>
    file.endsWith('libjpeg.so.62'),
  );
  return { folder, library: path.join(libraries, library ?? 'libjpeg.so.62') };
}
