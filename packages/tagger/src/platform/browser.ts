import { browserRuntime } from '../runtime/browser-runtime.js';
import { openBrowserDecoder } from './decode-in-browser.js';
import type { Platform } from './platform.js';
import { urlFolder } from './url-folder.js';

const platform: Platform = {
  // One is read while another is decoded.
  decoders: 2,
  folderReader: (folderOrUrl, signal) => urlFolder(new URL(folderOrUrl, globalThis.location?.href), signal),
  openDecoder: openBrowserDecoder,
  openRuntime: browserRuntime,
};

export const { decoders, folderReader, openDecoder, openRuntime } = platform;
