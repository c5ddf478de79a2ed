/** A choice that the browser remembers. Storage may be switched off: then the choice lasts as long as the page. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(`hashsight-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a choice, or forgets it. */
export function store(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`hashsight-${name}`);
    else localStorage.setItem(`hashsight-${name}`, value);
  } catch {
    // The choice lasts as long as the page.
  }
}
