import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder for downloads: `hashsight` in `XDG_CACHE_HOME`, or in `~/.cache` if the variable is not set or is a
 * relative path (XDG Base Directory Specification). Its content can be downloaded again at any time.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'hashsight');
}
