/**
 * Parses JSON as `JSON.parse` does, but numbers that JavaScript would write otherwise come as texts: ids of 64 bits,
 * rounded, would be those of several posts.
 *
 * @throws SyntaxError when it is no JSON
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return INEXACT.test(text) ? JSON.parse(text.replace(STRING_OR_NUMBER, asWritten)) : value;
}

const INEXACT = /\d{16}|\d[.eE]/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

function asWritten(token: string): string {
  return token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`;
}
