import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, packageVersion, removeLeftOvers, writeFileAtomic } from '@hashsight/formats/node';

/** A step of a job that was ended: its folder, and what it told. */
export interface Stage<T> {
  readonly folder: string;
  /** Names what went into it; part of the key of the stages that come after. */
  readonly key: string;
  readonly result: T;
}

const MARKER = 'done.json';
const STAGE_FOLDER = /-[0-9a-f]{16}$/;

/**
 * The intermediate results of a job. A stage has a folder of its own, named by all that it depends on, the program's
 * version included: when it was ended with the same before, it is not done again. So a job that was killed goes on where
 * it was, and one with another setting does again only what follows from it.
 */
export class WorkFolder {
  readonly path: string;
  readonly #version: string;
  readonly #used = new Set<string>();

  /**
   * @param path of the folder; it is made when a stage needs it
   * @param version of the program: another may write other columns, so it takes no stage of this one
   */
  constructor(path: string, version: string = packageVersion()) {
    this.path = path;
    this.#version = version;
  }

  /**
   * Does a stage, or takes what it left.
   *
   * @param name of the stage, part of its folder's name
   * @param dependsOn everything that its result depends on, as JSON
   * @param build fills the folder; what a run that was killed left there may be in it
   */
  async stage<T>(name: string, dependsOn: unknown, build: (folder: string) => Promise<T>): Promise<Stage<T>> {
    const key = createHash('sha256')
      .update(JSON.stringify([this.#version, name, dependsOn]))
      .digest('hex')
      .slice(0, 16);
    const folder = path.join(this.path, `${name}-${key}`);
    this.#used.add(path.basename(folder));
    const marker = path.join(folder, MARKER);
    const ended = await readFile(marker, 'utf8').catch(() => undefined);
    if (ended !== undefined) return { folder, key, result: JSON.parse(ended) as T };
    await makeFolder(folder);
    const result = await build(folder);
    await writeFileAtomic(marker, JSON.stringify(result ?? null));
    return { folder, key, result };
  }

  /** Removes from every folder what a run that was killed left half written. */
  async removeLeftOvers(): Promise<void> {
    for (const name of await readdir(this.path).catch(() => []))
      await removeLeftOvers(path.join(this.path, name));
  }

  /** A folder that is no stage and stays from run to run. */
  folder(name: string): string {
    return path.join(this.path, name);
  }

  /** Whether any stage was ended, by this job or an earlier one. */
  async hasStage(): Promise<boolean> {
    const names = await readdir(this.path).catch(() => []);
    return names.some((name) => existsSync(path.join(this.path, name, MARKER)));
  }

  /** Removes the stages that this job had no use for: those of other settings. */
  async removeUnused(): Promise<void> {
    for (const name of await readdir(this.path).catch(() => [])) {
      if (STAGE_FOLDER.test(name) && !this.#used.has(name))
        await rm(path.join(this.path, name), { recursive: true, force: true });
    }
  }
}
