export { buildFolder } from './build-folder.js';
export { type BuildOptions, buildNative, NativeBuildError } from './build-native.js';
