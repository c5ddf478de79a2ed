import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, packageVersion, removeLeftOvers, writeFileAtomic } from '@hashsight/formats/node';

/** A finished stage of a job: its folder and its result. */
export interface Stage<T> {
  readonly folder: string;
  /** Identifies the inputs of the stage; part of the keys of later stages. */
  readonly key: string;
  readonly result: T;
}

const MARKER = 'done.json';
const STAGE_FOLDER = /-[0-9a-f]{16}$/;

/**
 * The intermediate results of a job. Each stage has its own folder, whose name contains a hash of everything that the
 * stage depends on, including the version of the program. A finished stage with the same hash is not repeated. So a
 * killed job resumes where it stopped, and a job with a changed setting repeats only the stages that depend on it.
 */
export class WorkFolder {
  readonly path: string;
  readonly #version: string;
  readonly #used = new Set<string>();

  /**
   * @param path path of the folder; it is created when a stage needs it
   * @param version version of the program; stages of other versions are not reused, because their columns may differ
   */
  constructor(path: string, version: string = packageVersion()) {
    this.path = path;
    this.#version = version;
  }

  /**
   * Runs a stage, or reuses its result if it is finished.
   *
   * @param name name of the stage, part of its folder's name
   * @param dependsOn everything that the result depends on, as JSON
   * @param build fills the folder, which may contain files of a killed run
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

  /** Removes partly written files of a killed run from every folder. */
  async removeLeftOvers(): Promise<void> {
    for (const name of await readdir(this.path).catch(() => []))
      await removeLeftOvers(path.join(this.path, name));
  }

  /** The path of a folder that is kept between runs and is not a stage. */
  folder(name: string): string {
    return path.join(this.path, name);
  }

  /** Whether this job or an earlier one has finished a stage. */
  async hasStage(): Promise<boolean> {
    const names = await readdir(this.path).catch(() => []);
    return names.some((name) => existsSync(path.join(this.path, name, MARKER)));
  }

  /** Removes the stages that this job did not use, such as those of other settings. */
  async removeUnused(): Promise<void> {
    for (const name of await readdir(this.path).catch(() => [])) {
      if (STAGE_FOLDER.test(name) && !this.#used.has(name))
        await rm(path.join(this.path, name), { recursive: true, force: true });
    }
  }
}
