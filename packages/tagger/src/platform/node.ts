import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelFolderError } from '../errors.js';
import type { FolderReader } from '../model-folder.js';
import { nodeRuntime } from '../runtime/node-runtime.js';
import { openNodeDecoder } from './decode-in-node.js';
import type { Platform } from './platform.js';
import { urlFolder } from './url-folder.js';

function diskFolder(folder: string): FolderReader {
  return {
    place: folder,
    name: path.basename(path.resolve(folder)),
    pathOf: (file) => {
      const absolute = path.resolve(folder, file);
      return access(absolute).then(
        () => absolute,
        () => undefined,
      );
    },
    async read(file) {
      try {
        return new Uint8Array(await readFile(path.join(folder, file)));
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw new ModelFolderError(`${folder}: ${file}: cannot be read (${code ?? message})`, { cause });
      }
    },
  };
}

const platform: Platform = {
  // libuv has four threads for sharp and for files unless UV_THREADPOOL_SIZE says otherwise.
  decoders: Number(process.env.UV_THREADPOOL_SIZE) || 4,
  folderReader(folderOrUrl, signal) {
    const isUrl = folderOrUrl instanceof URL || /^https?:\/\//i.test(folderOrUrl);
    if (!isUrl) return diskFolder(folderOrUrl as string);
    const url = new URL(folderOrUrl);
    return url.protocol === 'file:' ? diskFolder(fileURLToPath(url)) : urlFolder(url, signal);
  },
  openDecoder: openNodeDecoder,
  openRuntime: nodeRuntime,
};

export const { decoders, folderReader, openDecoder, openRuntime } = platform;
