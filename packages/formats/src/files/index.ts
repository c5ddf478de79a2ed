export {
  type FileContent,
  isLeftOver,
  removeLeftOvers,
  type StagedFile,
  stageCopy,
  stageFile,
  syncFolder,
  writeFileAtomic,
} from './atomic-file.js';
export { buildFolder } from './build-folder.js';
export { byteText } from './byte-text.js';
export { cacheFolder } from './cache-folder.js';
export { fileDigest } from './file-digest.js';
export { FilesBelow, type FoundBelow } from './find-below.js';
export { parseJsonFile } from './json-file.js';
export { jsonLines } from './json-lines.js';
export { isFolder, makeFolder } from './make-folder.js';
export { PassedOver } from './passed-over.js';
export { freeSpace, unusablePath } from './unusable-path.js';
export { isWithin, type LinkOptions, type WalkedFolder, walkFolder } from './walk-folder.js';
export { checkWritableFolder } from './writable-folder.js';
