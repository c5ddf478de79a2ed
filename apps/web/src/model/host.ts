import { signal } from '@preact/signals';

/** Name of the token in the storage of this tab. */
const STORED = 'hashsight-token';

function storedToken(): string | undefined {
  try {
    return sessionStorage.getItem(STORED) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The bearer token that the reader gave; undefined for servers without one. */
export const token = storedToken();

/** Whether the host has asked for a token, or for another one. */
export const needsToken = signal(false);

/** Keeps a token as long as this tab is open, and opens the page anew with it. */
export function giveToken(text: string): void {
  sessionStorage.setItem(STORED, text);
  location.reload();
}

/** Asks the page's host, with the token if there is one. @throws TypeError of `fetch` if the host does not answer */
export async function askHost(address: URL, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(address, { ...options, headers });
  if (response.status === 401) needsToken.value = true;
  return response;
}
