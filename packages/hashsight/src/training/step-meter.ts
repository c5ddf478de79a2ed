/** Measures how fast steps go. It is read for people and for metrics only; nothing that is computed depends on it. */
export class StepMeter {
  #start = performance.now();
  #steps = 0;
  #images = 0;

  /** Notes a step with its number of images. */
  count(images: number): void {
    this.#steps++;
    this.#images += images;
  }

  /** What was counted since the last reading; begins anew. */
  read(): { readonly steps: number; readonly imagesPerSecond: number; readonly secondsPerStep: number } {
    const now = performance.now();
    const seconds = Math.max(now - this.#start, Number.EPSILON) / 1000;
    const steps = this.#steps;
    const imagesPerSecond = this.#images / seconds;
    this.#start = now;
    this.#steps = 0;
    this.#images = 0;
    return { steps, imagesPerSecond, secondsPerStep: seconds / Math.max(1, steps) };
  }
}
