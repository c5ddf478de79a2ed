import { type ChildProcess, fork } from 'node:child_process';
import type { DecodingAnswer, DecodingOrder } from './decoding-messages.js';
import { aligned, type PixelSize, type Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

/** Maximum processor time for an image, in seconds; ordinary drawings take 0.05 s. */
const SECONDS = 10;

/** A pool of processes for images that may take forever or crash their process. */
export class DecodingProcesses {
  readonly #seconds: number;
  readonly #idle: ChildProcess[] = [];

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /**
   * Decodes an image in an idle process or in a new one.
   *
   * @throws UnusableImage if it cannot be decoded, takes too long, or ends two processes
   */
  async decode(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
    // The second try is for processes that ended for another reason than their image, such as a lack of memory.
    const outcome = (await this.#try(bytes, size)) ?? (await this.#try(bytes, size));
    if (outcome === undefined) {
      throw new UnusableImage('the image crashes the decoder');
    }
    if ('isLate' in outcome) {
      throw new UnusableImage(`decoding takes longer than ${this.#seconds} s`);
    }
    if ('pixels' in outcome) return { ...outcome.pixels, data: aligned(outcome.pixels.data) };
    throw new UnusableImage(outcome.problem);
  }

  /** Undefined if the process ended. */
  async #try(bytes: Uint8Array, size: PixelSize | undefined): Promise<DecodingAnswer | undefined> {
    const child = this.#idle.pop() ?? (await startProcess());
    if (child === undefined) return undefined;
    holdOpen(child);
    const answer = await this.#answerOf(child, { bytes, size, seconds: this.#seconds });
    if (answer === undefined || 'isLate' in answer) return answer;
    letGo(child);
    this.#idle.push(child);
    return answer;
  }

  #answerOf(child: ChildProcess, order: DecodingOrder): Promise<DecodingAnswer | undefined> {
    return new Promise((resolve) => {
      const end = (answer: DecodingAnswer | undefined) => {
        child.removeAllListeners();
        // A running decoder cannot be interrupted.
        if (answer !== undefined && 'isLate' in answer) child.kill('SIGKILL');
        resolve(answer);
      };
      child.once('message', end);
      child.once('exit', () => end(undefined));
      child.once('error', () => end(undefined));
      child.send(order, (error) => {
        if (error !== null) end(undefined);
      });
    });
  }
}

const processes = new DecodingProcesses(SECONDS);

/** {@link DecodingProcesses.decode} with the processes of this thread. */
export function decodeApart(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
  return processes.decode(bytes, size);
}

/** Starts a process and waits until it is ready; undefined if it ends before. It exits when this process does. */
function startProcess(): Promise<ChildProcess | undefined> {
  // libvips and GLib print errors to stderr that the caller receives as messages anyway.
  const child = fork(new URL('./decoding-process.js', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  return new Promise((resolve) => {
    const end = (started: ChildProcess | undefined) => {
      child.removeAllListeners();
      resolve(started);
    };
    child.once('message', () => end(child));
    child.once('exit', () => end(undefined));
    child.once('error', () => end(undefined));
  });
}

/** Lets this process exit while the child is idle. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function holdOpen(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
