/** Why a record did not become part of what is written. */
export type SetAsideKind = 'malformed' | 'duplicate-id' | 'missing-image' | 'unusable-image';

/** A record that was left out, and why: one line of `set-aside.jsonl`. */
export interface SetAside {
  readonly kind: SetAsideKind;
  /** Where it was: `posts.jsonl:1841`, or the path of a picture. */
  readonly place: string;
  /** One phrase: what was expected and what came. */
  readonly reason: string;
}

/** Told of each record that is left out. */
export type OnSetAside = (record: SetAside) => void;

/** The record as a message shows it: `posts.jsonl:1841: expected …, got …; the post is set aside`. */
export function setAsideMessage(record: SetAside): string {
  return `${record.place}: ${record.reason}; the post is set aside`;
}
