import { lostToOthers, processorTimes } from './processor-share.js';

/** Speed of the training steps. */
export interface Pace {
  readonly imagesPerSecond: number;
  readonly secondsPerStep: number;
  /** Fraction of the time spent waiting for data, 0 to 1. */
  readonly dataWait: number;
  /**
   * Fraction of the wanted processor time that other programs used, 0 to 1; undefined if the system does not report it.
   */
  readonly cpuShared: number | undefined;
}

/** Measures the speed of the training steps. Used only for display and metrics; no computation depends on it. */
export class StepMeter {
  #start = performance.now();
  #steps = 0;
  #images = 0;
  #waitedMs = 0;
  #times = processorTimes();

  /** Counts a step with its number of images. */
  count(images: number): void {
    this.#steps++;
    this.#images += images;
  }

  /** Excludes time that was spent on something other than steps. */
  leaveOut(ms: number): void {
    this.#start += ms;
  }

  /** Adds time spent waiting for a batch. */
  waited(ms: number): void {
    this.#waitedMs += ms;
  }

  /** Returns the figures since the last call and resets them. */
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
