/**
 * Parses JSON like `JSON.parse`, with two differences. A number that JavaScript cannot represent exactly becomes a
 * string, because rounded 64-bit ids would collide. `NaN` and `Infinity`, which Python's `json` writes, become null.
 *
 * @throws SyntaxError if the text is not valid JSON
 */
export function parseJson(text: string): unknown {
  const value = parseLoosely(text);
  return INEXACT.test(text) ? parseLoosely(text.replace(STRING_OR_NUMBER, asWritten)) : value;
}

const INEXACT = /\d{16}|\d[.eE]/;
const STRING = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
const STRING_OR_NUMBER = new RegExp(String.raw`${STRING}|-?\d[\d.eE+-]*`, 'g');
const STRING_OR_NO_NUMBER = new RegExp(String.raw`${STRING}|-?\b(?:NaN|nan|Infinity|inf)\b`, 'g');

function asWritten(token: string): string {
  return token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`;
}

function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/nan|inf/i.test(text)) throw error;
    return JSON.parse(text.replace(STRING_OR_NO_NUMBER, (token) => (token.startsWith('"') ? token : 'null')));
  }
}
