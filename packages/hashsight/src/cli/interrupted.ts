import { constants } from 'node:os';

/** Of the exit codes of sysexits.h. */
const EX_TEMPFAIL = 75;

/** A command ended early because a signal asked for it; it has saved its work and said so. */
export class Interrupted extends Error {
  /**
   * 130 for Ctrl-C, as shells have it; 75 (`EX_TEMPFAIL`, "try again later") for SIGTERM, by which schedulers take a
   * machine back: so a script can tell a job that saved its work from one that was cut off (143).
   */
  readonly exitCode: number;
  override name = 'Interrupted';

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.exitCode = signal === 'SIGTERM' ? EX_TEMPFAIL : 128 + constants.signals[signal];
  }
}
