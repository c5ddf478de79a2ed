// Fetches libjpeg-turbo's headers and library from Debian's archive into the cache, without root, and prints the folder of
// the first and the path of the second. Exits with 1 where there is no apt, or it offers no such packages.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fetchDebianPackage } from '../../packages/dataset/dist/src/datasets/debian-package.js';
import { cacheFolder } from '../../packages/formats/dist/src/files/cache-folder.js';

const HEADERS = {
  name: 'libjpeg62-turbo-dev',
  version: '1:2.1.5-2',
  sha256: '10485411f751c24472c43b28fe24ab6389fedb027d496bbc2c831496f750ab01',
};
/** The shared one: Debian's static library is not made for being a part of an addon. */
const LIBRARY = {
  name: 'libjpeg62-turbo',
  version: '1:2.1.5-2',
  sha256: '95ec30140789a342add8f8371ed018924de51b539056522b66f207b25cba9cad',
};

async function fetchUsr(wanted) {
  const { folder } = await fetchDebianPackage(wanted, {
    cache: cacheFolder(),
    onProgress: () => {},
    onNote: (line) => console.error(`setup: ${line}`),
  });
  return path.join(folder, 'usr');
}

try {
  const headers = await fetchUsr(HEADERS);
  const libraries = path.join(await fetchUsr(LIBRARY), 'lib');
  const library = readdirSync(libraries, { recursive: true }).find((file) => file.endsWith('libjpeg.so.62'));
  console.log(`${headers}\n${path.join(libraries, library)}`);
} catch (error) {
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}
