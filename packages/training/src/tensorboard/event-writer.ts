import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { unusablePath } from '@hashsight/formats/node';
import { encodeEvent } from './event.js';
import { tfRecord } from './tf-record.js';

/** Options of an {@link EventWriter}. */
interface EventWriterOptions {
  /** First step to hide in existing event files. A run resumed after step `s` writes the steps from `s + 1` again. */
  readonly purgeStep?: number;
}

/**
 * Writes scalars for TensorBoard: `tensorboard.Event` records in a file `events.out.tfevents.NUMBER.hashsight`.
 * TensorBoard reads event files in name order. TensorFlow puts the start time into the name; here NUMBER counts the
 * files in the folder, so that names do not depend on the clock.
 *
 * Each call appends with one write, so a killed process truncates at most the last record, and TensorBoard shows
 * everything before it. The file is created with the first scalars.
 */
export class EventWriter {
  readonly #folder: string;
  readonly #purgeStep: number | undefined;
  #file: number | undefined;
  #isClosed = false;

  /** @param folder - the existing run folder; TensorBoard shows its name as the run name */
  constructor(folder: string, { purgeStep }: EventWriterOptions = {}) {
    this.#folder = folder;
    this.#purgeStep = purgeStep;
  }

  /**
   * Adds a point to each tag.
   *
   * @param step - number of completed steps
   * @param wallTimeSeconds - seconds since 1970, for TensorBoard's time axis
   * @param values - values by tag (`train/loss`), stored as float32
   * @throws InputError if the folder is not writable
   * @throws Error after `close`
   */
  scalars(step: number, wallTimeSeconds: number, values: Readonly<Record<string, number>>): void {
    if (this.#isClosed) throw new Error('EventWriter.scalars: the writer is closed');
    try {
      this.#file ??= this.#begin(wallTimeSeconds);
      writeSync(this.#file, tfRecord(encodeEvent(step, wallTimeSeconds, { kind: 'scalars', values })));
    } catch (error) {
      throw unusablePath(this.#folder, error);
    }
  }

  /** Closes the file. All data has already been written. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#isClosed = true;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #begin(wallTimeSeconds: number): number {
    const step = this.#purgeStep ?? 0;
    const header = [tfRecord(encodeEvent(step, wallTimeSeconds, { kind: 'fileVersion' }))];
    // As in PyTorch's SummaryWriter with `purge_step`.
    if (this.#purgeStep !== undefined)
      header.push(tfRecord(encodeEvent(step, wallTimeSeconds, { kind: 'restart' })));
    const file = openSync(path.join(this.#folder, nextName(readdirSync(this.#folder))), 'ax');
    writeSync(file, Buffer.concat(header));
    return file;
  }
}

function nextName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/^events\.out\.tfevents\.(\d+)\./.exec(name)?.[1] ?? -1));
  const number = Math.max(-1, ...numbers) + 1;
  return `events.out.tfevents.${String(number).padStart(10, '0')}.hashsight`;
}
