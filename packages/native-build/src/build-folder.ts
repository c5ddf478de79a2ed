import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The folder for caches that can be rebuilt: `hashsight` under `XDG_CACHE_HOME`, or under `~/.cache`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'hashsight');
}

/**
 * The folder that a package's native part is built into and loaded from: `build` in the package. If that is not
 * writable and contains no build, a folder in the user's cache, named by package version and platform.
 *
 * @param packageFolder - the package with the native part
 */
export function buildFolder(packageFolder: string, env: NodeJS.ProcessEnv = process.env): string {
  const inPlace = path.join(packageFolder, 'build');
  if (existsSync(path.join(inPlace, 'stamp.txt')) || isWritable(packageFolder)) return inPlace;
  const { name, version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const key = `${name.replace(/^.*\//, '')}-${version}-${process.platform}-${process.arch}`;
  return path.join(cacheFolder(env), 'native', key);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
