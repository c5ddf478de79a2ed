import { type ChildProcess, fork } from 'node:child_process';
import type { DecodingAnswer, DecodingOrder } from './decoding-messages.js';
import { aligned, type PixelSize, type Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

/** Processor time that an image may take, in seconds; ordinary drawings take a twentieth of one. */
const SECONDS = 10;

/** Processes that decode images which may never end, or end the process. */
export class DecodingProcesses {
  readonly #seconds: number;
  readonly #idle: ChildProcess[] = [];

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /**
   * Decodes an image, in a process that waits for one or in a new one.
   *
   * @throws UnusableImage when it cannot be decoded, takes too long, or ends two processes
   */
  async decode(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
    // A process may end for another reason than its image, such as a lack of memory: so another is tried.
    const outcome = (await this.#try(bytes, size)) ?? (await this.#try(bytes, size));
    if (outcome === undefined) {
      throw new UnusableImage('expected an image that can be decoded, got one that ends the decoder');
    }
    if ('isLate' in outcome) {
      throw new UnusableImage(
        `expected an image that takes at most ${this.#seconds} s to decode, got one that takes longer`,
      );
    }
    if ('pixels' in outcome) return { ...outcome.pixels, data: aligned(outcome.pixels.data) };
    throw new UnusableImage(outcome.problem);
  }

  /** Undefined when the process ended. */
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
        // What it is at cannot be interrupted.
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

/** {@link DecodingProcesses.decode} by the processes of this thread. */
export function decodeApart(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
  return processes.decode(bytes, size);
}

/** A process that is ready; undefined when it ends before. It ends by itself when this one does. */
function startProcess(): Promise<ChildProcess | undefined> {
  // libvips and GLib write to the standard error of what is told to the caller.
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

/** A process that waits for images does not keep this one alive. */
function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function holdOpen(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
