/** What a check of this machine found. */
export interface Finding {
  /** What was looked at: `LibTorch`. */
  readonly name: string;
  /** `ok`; `missing`: needed and not usable; `absent`: not there, and not needed. */
  readonly status: 'ok' | 'missing' | 'absent';
  /** What was found, or why it cannot be used. */
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** A part that is needed: it works, or it is missing with the reason and the advice. */
export async function needed(name: string, advice: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, status: 'ok', found: await look() };
  } catch (error) {
    return { name, status: 'missing', found: reasonOf(error), advice };
  }
}

/** A part that is good to have: it works, or it is absent with the reason and the advice. */
export async function optional(name: string, advice: string, look: () => Promise<string>): Promise<Finding> {
  const finding = await needed(name, advice, look);
  return finding.status === 'ok' ? finding : { ...finding, status: 'absent' };
}

/** The first line of an error; Node.js adds to a missing package who asked for it. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/ imported from .*/, '');
}
