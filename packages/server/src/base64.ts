/** Characters of base64 and base64url; Node ignores any other without a word. */
const BASE64 = /^[\w+/-]*={0,2}\s*$/;

/**
 * The bytes of a base64 text, which may begin as a data URL does.
 *
 * @returns undefined if it is not base64
 */
export function decodeBase64(text: string): Buffer | undefined {
  const data = text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text;
  return BASE64.test(data) ? Buffer.from(data, 'base64') : undefined;
}
