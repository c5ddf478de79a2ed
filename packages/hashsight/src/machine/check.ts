/** Result of one check of this machine. */
export interface Finding {
  /** Name of the checked part: `LibTorch`. */
  readonly name: string;
  /** `ok`: usable; `missing`: required but not usable; `absent`: optional and not usable. */
  readonly status: 'ok' | 'missing' | 'absent';
  /** The version or other details, or the reason why the part cannot be used. */
  readonly found: string;
  /** Advice if the part cannot be used. */
  readonly advice?: string;
}

/** Checks a required part. If it does not work, it is `missing`, with the reason and the advice. */
export async function needed(name: string, advice: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, status: 'ok', found: await look() };
  } catch (error) {
    return { name, status: 'missing', found: reasonOf(error), advice };
  }
}

/** Checks an optional part. If it does not work, it is `absent`, with the reason and the advice. */
export async function optional(name: string, advice: string, look: () => Promise<string>): Promise<Finding> {
  const finding = await needed(name, advice, look);
  return finding.status === 'ok' ? finding : { ...finding, status: 'absent' };
}

/** The first line of an error, without the importing file that Node.js names for a missing package. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/ imported from .*/, '');
}
