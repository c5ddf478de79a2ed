import { lostToOthers, processorTimes } from './processor-share.js';

/** How fast steps go. */
export interface Pace {
  readonly imagesPerSecond: number;
  readonly secondsPerStep: number;
  /** Share of the time, 0 to 1, in which batches were waited for. */
  readonly dataWait: number;
  /** Share of the processor time that was wanted, 0 to 1, which other programs had; undefined where the system tells none. */
  readonly cpuShared: number | undefined;
}

/** Measures how fast steps go. It is read for people and for metrics only; nothing that is computed depends on it. */
export class StepMeter {
  #start = performance.now();
  #steps = 0;
  #images = 0;
  #waitedMs = 0;
  #times = processorTimes();

  /** Notes a step with its number of images. */
  count(images: number): void {
    this.#steps++;
    this.#images += images;
  }

  /** Notes time that went by with something else than steps. */
  leaveOut(ms: number): void {
    this.#start += ms;
  }

  /** Notes that a batch was waited for. */
  waited(ms: number): void {
    this.#waitedMs += ms;
  }

  /** What was counted since the last reading; begins anew. */
  read(): Pace {
    const now = performance.now();
    const ms = Math.max(now - this.#start, Number.EPSILON);
    const imagesPerSecond = (1000 * this.#images) / ms;
    const secondsPerStep = ms / 1000 / Math.max(1, this.#steps);
    const dataWait = Math.min(1, this.#waitedMs / ms);
    const times = processorTimes();
    const cpuShared = this.#times && times && lostToOthers(this.#times, times);
    this.#times = times;
    this.#start = now;
    this.#steps = 0;
    this.#images = 0;
    this.#waitedMs = 0;
    return { imagesPerSecond, secondsPerStep, dataWait, cpuShared };
  }
}
