import { Worker } from 'node:worker_threads';
import { TaggerClosedError } from '../errors.js';
import type { Feed, ModelSource, Output, Session } from './session.js';
import type { ThreadAnswer, ThreadRequest, ThreadStart } from './thread-messages.js';

/** onnxruntime cannot be loaded in a thread. */
export class UnavailableRuntime extends Error {}

type Pending = {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
};

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A thread for sessions of onnxruntime, so that the event loop stays free. While idle it does not keep the process alive. */
export class SessionThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #failure: Error | undefined;

  constructor(start: ThreadStart) {
    // A program run with `--input-type=module --eval` would pass that flag on, and Node rejects it for files.
    const execArgv = process.execArgv.filter((word) => !word.startsWith('--input-type'));
    this.#worker = new Worker(new URL('./session-worker.js', import.meta.url), {
      workerData: start,
      execArgv,
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#onAnswer(answer));
    this.#worker.on('error', (error) => this.#fail(`its thread failed: ${error.message}`, error));
    this.#worker.on('exit', (code) => this.#fail(`its thread ended with exit code ${code}`));
    this.#worker.unref();
  }

  /** @throws Error with onnxruntime's reason if the model cannot be loaded */
  async open(session: string, source: ModelSource): Promise<Session> {
    const answer = await this.#ask({ kind: 'open', session, source });
    if (answer.kind !== 'opened') throw new TypeError(`expected the session, got ${answer.kind}`);
    return { ...answer.opened, run: (feeds, fetches) => this.#run(session, feeds, fetches) };
  }

  async #run(
    session: string,
    feeds: readonly Feed[],
    fetches: readonly string[],
  ): Promise<Readonly<Record<string, Output>>> {
    const buffers = feeds.flatMap(({ parts }) => parts.map(({ buffer }) => buffer as ArrayBuffer));
    const answer = await this.#ask({ kind: 'run', session, feeds, fetches }, buffers);
    if (answer.kind !== 'done') throw new TypeError(`expected outputs, got ${answer.kind}`);
    return answer.outputs;
  }

  /** Ends the thread after what it was asked for. */
  async end(): Promise<void> {
    if (this.#failure !== undefined) return;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    await this.#ask({ kind: 'end' });
    this.#worker.ref(); // the answer let go of it
    await exited;
  }

  #ask(request: WithoutId<ThreadRequest>, transfer: ArrayBuffer[] = []): Promise<ThreadAnswer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...request, id }, [...new Set(transfer)]);
    });
  }

  #onAnswer(answer: ThreadAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.kind === 'failed') pending?.reject(new Error(answer.reason));
    else if (answer.kind === 'unavailable') pending?.reject(new UnavailableRuntime(answer.reason));
    else pending?.resolve(answer);
    if (this.#pending.size === 0) this.#worker.unref();
  }

  #fail(reason: string, cause?: Error): void {
    this.#failure ??= new TaggerClosedError(`tagger: ${reason}; load it again`, { cause });
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}
