import type { Feed, ModelSource, Output, Shape } from './session.js';

/** What a session thread is given at its start. */
export interface ThreadStart {
  readonly backend: 'node' | 'wasm';
  /** Threads of an operator. */
  readonly threads: number;
}

/** A request to a session thread. */
export type ThreadRequest =
  | { readonly kind: 'open'; readonly id: number; readonly session: string; readonly source: ModelSource }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly session: string;
      readonly feeds: readonly Feed[];
      readonly fetches: readonly string[];
    }
  | { readonly kind: 'end'; readonly id: number };

/** Shapes of an opened session. */
export interface Opened {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly outputs: Readonly<Record<string, Shape>>;
}

/** The answer to a request. */
export type ThreadAnswer =
  | { readonly kind: 'opened'; readonly id: number; readonly opened: Opened }
  | { readonly kind: 'done'; readonly id: number; readonly outputs: Readonly<Record<string, Output>> }
  | { readonly kind: 'ended'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
  /** onnxruntime itself cannot be loaded. */
  | { readonly kind: 'unavailable'; readonly id: number; readonly reason: string };
