import { ModelFolderError } from '../errors.js';
import type { FolderReader } from '../model-folder.js';
import { BadStatus, fetchBytes } from './fetch-bytes.js';

/** A model folder on a server. */
export function urlFolder(url: URL, signal: AbortSignal | undefined): FolderReader {
  const folder = new URL(url);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  const place = folder.href.slice(0, -1);
  return {
    place,
    name: decodeURIComponent(folder.pathname.split('/').at(-2) || folder.host),
    pathOf: async () => undefined,
    async read(file, onProgress) {
      // A query, such as a signature, holds for all files.
      const address = new URL(file, folder);
      address.search = folder.search;
      try {
        return await fetchBytes(address, { signal, file, onProgress });
      } catch (cause) {
        if (signal?.aborted) throw signal.reason;
        if (cause instanceof BadStatus && (cause.status === 404 || cause.status === 410)) return undefined;
        const reason = (cause as Error).message;
        throw new ModelFolderError(`${place}: ${file}: expected the file, got ${reason}`, { cause });
      }
    },
  };
}
