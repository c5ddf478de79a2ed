import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { unusablePath } from '@hashsight/formats/node';
import { encodeEvent } from './event.js';
import { tfRecord } from './tf-record.js';

/** What an {@link EventWriter} may be told. */
interface EventWriterOptions {
  /**
   * The first step that is not to be shown of the files that are there already: a run that goes on from the checkpoint
   * after step `s` writes the steps from `s + 1` on again.
   */
  readonly purgeStep?: number;
}

/**
 * Writes scalars as TensorBoard reads them: records of `tensorboard.Event` in a file
 * `events.out.tfevents.NUMBER.hashsight`. The number counts the files of the folder where TensorFlow has the second they
 * were begun in: TensorBoard reads them by the order of their names, and names of a count do not depend on the clock.
 *
 * Each call appends with one write, so a process that is killed cuts off the last record at most, and TensorBoard shows
 * what is before it. The file is begun with the first scalars: a run with nothing left to do leaves none behind.
 */
export class EventWriter {
  readonly #folder: string;
  readonly #purgeStep: number | undefined;
  #file: number | undefined;
  #isClosed = false;

  /** @param folder - the run's, which is there: TensorBoard names a run by the folder its files lie in */
  constructor(folder: string, { purgeStep }: EventWriterOptions = {}) {
    this.#folder = folder;
    this.#purgeStep = purgeStep;
  }

  /**
   * Adds a point to each tag.
   *
   * @param step - steps that are done
   * @param wallTimeSeconds - since 1970; TensorBoard's time axis
   * @param values - by tag: `train/loss`; kept as float32
   * @throws InputError when the folder cannot be written to
   * @throws Error after `close`
   */
  scalars(step: number, wallTimeSeconds: number, values: Readonly<Record<string, number>>): void {
    if (this.#isClosed)
      throw new Error('EventWriter.scalars: expected an open writer, got one that was closed');
    try {
      this.#file ??= this.#begin(wallTimeSeconds);
      writeSync(this.#file, tfRecord(encodeEvent(step, wallTimeSeconds, { kind: 'scalars', values })));
    } catch (error) {
      throw unusablePath(this.#folder, error);
    }
  }

  /** Closes the file; what was written is in it already. */
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
    // As PyTorch's SummaryWriter does with its `purge_step`.
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
