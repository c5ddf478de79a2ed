import type { Failure } from '../backend/failure.js';

/** Something that is being fetched, is there, or failed. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The state before anything was fetched. */
export const LOADING = { state: 'loading' } as const;
