export { readDatasetLicense } from './dataset/read-license.js';
export { type StagedFile, stageCopy, stageFile, writeFileAtomic } from './files/atomic-file.js';
export { buildFolder, removeAbandoned } from './files/build-folder.js';
export { byteText } from './files/byte-text.js';
export { cacheFolder } from './files/cache-folder.js';
export { fileDigest } from './files/file-digest.js';
export { FilesBelow, type FoundBelow } from './files/find-below.js';
export { globFiles } from './files/glob-files.js';
export { ImageReader } from './files/image-reader.js';
export { parseJsonFile } from './files/json-file.js';
export { jsonLines } from './files/json-lines.js';
export { isFolder, makeFolder } from './files/make-folder.js';
export { PassedOver } from './files/passed-over.js';
export { readByteRange } from './files/read-bytes.js';
export { readJsonLines } from './files/read-json-lines.js';
export { freeSpace, unusablePath } from './files/unusable-path.js';
export { packageVersion } from './files/version.js';
export { isWithin, type LinkOptions, walkFolder } from './files/walk-folder.js';
export { checkWritableFolder } from './files/writable-folder.js';
export {
  isLeftOver,
  pathBeside,
  removeLeftOvers,
  syncFile,
  syncFolder,
  writeBeside,
} from './files/write-beside.js';
export {
  classesDigest,
  isVocabularyEdited,
  readPreparation,
  vocabularyDigest,
} from './training-set/preparation-file.js';
export { readTrainingSet } from './training-set/read-training-set.js';
export { readVocabulary, writeVocabulary } from './vocabulary/vocabulary-file.js';
