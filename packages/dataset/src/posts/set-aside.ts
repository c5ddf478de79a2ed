/** Kind of reason for setting a record aside. */
export type SetAsideKind = 'malformed' | 'duplicate-id' | 'missing-image' | 'unusable-image';

/** A record that was set aside, and the reason: one line of `set-aside.jsonl`. */
export interface SetAside {
  readonly kind: SetAsideKind;
  /** File and line, `posts.jsonl:1841`, or the path of an image. */
  readonly place: string;
  /** One phrase: the expected value and the actual one. */
  readonly reason: string;
}
