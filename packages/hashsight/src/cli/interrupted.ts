import { constants } from 'node:os';

/** An exit code of sysexits.h. */
const EX_TEMPFAIL = 75;

/** A command ended early on a signal, after saving its work and saying so. */
export class Interrupted extends Error {
  /**
   * 130 for Ctrl-C, as in shells. 75 (`EX_TEMPFAIL`, "try again later") for SIGTERM, which schedulers send to reclaim a
   * machine; scripts can tell it from a job that was killed without saving (143).
   */
  readonly exitCode: number;
  override name = 'Interrupted';

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.exitCode = signal === 'SIGTERM' ? EX_TEMPFAIL : 128 + constants.signals[signal];
  }
}
