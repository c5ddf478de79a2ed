/** Why a record did not become part of what is written. */
export type SetAsideKind = 'malformed' | 'duplicate-id' | 'missing-image' | 'unusable-image';

/** A record that was left out, and why: one line of `set-aside.jsonl`. */
export interface SetAside {
  readonly kind: SetAsideKind;
  /** Where it was: `posts.jsonl:1841`, or the path of an image. */
  readonly place: string;
  /** One phrase: what was expected and what came. */
  readonly reason: string;
}
