import { constants } from 'node:os';

/** A command ended early because a signal asked for it; it has saved its work and said so. */
export class Interrupted extends Error {
  /** 128 and the signal's number, as shells have it: 130 for Ctrl-C. */
  readonly exitCode: number;
  override name = 'Interrupted';

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}
