import type { AnalysisResult, Tag } from '@hashsight/tagger';
import type { HeatMap } from './backend.js';

/** A question to the worker. Images have numbers, since a message carries a copy of the image. */
export type Question =
  | {
      readonly kind: 'load';
      readonly model: string;
      readonly runtimeFiles: string;
      /** Bearer token of the model's host. */
      readonly token: string | undefined;
      /** What the tagger remembered on earlier visits. */
      readonly remembered: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'tag'; readonly image: Blob; readonly imageId: number; readonly topK: number }
  | { readonly kind: 'explain'; readonly image: Blob; readonly imageId: number; readonly hashtag: string }
  | { readonly kind: 'alt-text'; readonly image: Blob; readonly imageId: number };

/** The worker's answer to each kind of question. */
export interface Replies {
  readonly load: { readonly runtime: string; readonly reason: string };
  readonly tag: { readonly tags: readonly Tag[]; readonly timing: AnalysisResult['timing'] };
  readonly explain: HeatMap;
  readonly 'alt-text': string | undefined;
}

/** A message to the worker. */
export interface Request {
  readonly id: number;
  readonly question: Question;
}

/** An error of the tagger: its code, for images the kind of problem, and its message. */
export interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly message: string;
}

/** A message of the worker: the answer to a question, an error, how much has been fetched, or what to remember. */
export type Message =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: Problem }
  | { readonly remember: { readonly key: string; readonly value: string } }
  | { readonly progress: { readonly bytes: number; readonly totalBytes: number | undefined } };
