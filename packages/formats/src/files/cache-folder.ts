import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where what was fetched is kept: `hashsight` under `XDG_CACHE_HOME`, or under `~/.cache` when that is not set (XDG Base
 * Directory Specification: a relative path in the variable is to be ignored). Removing it costs only a new download.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'hashsight');
}
