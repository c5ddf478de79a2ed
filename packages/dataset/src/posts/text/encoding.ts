import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';

/**
 * Converts a text file to UTF-8 if it is in UTF-16.
 *
 * @param name name of the file, for messages
 * @param into path of the converted file
 * @returns `into` if the file was converted, else `file`, which may also be in an encoding that cannot be detected
 * @throws InputError if the file cannot be read, is in UTF-32 or invalid UTF-16, or is compressed
 */
export async function inUtf8(file: string, name: string, into: string): Promise<string> {
  const encoding = encodingOf(await firstBytes(file));
  if (encoding === 'utf-8') return file;
  if (!encoding.startsWith('utf-16')) {
    throw new InputError(
      `${name}: expected text in UTF-8 or UTF-16, got ${encoding}; ${WHAT_TO_DO[encoding]}`,
    );
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    try {
      for await (const chunk of chunks) {
        yield decoder.decode(chunk, { stream: true });
        bytes += chunk.length;
      }
      yield decoder.decode();
    } catch (cause) {
      if ((cause as { code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw cause;
      const where = `byte ${bytes} or in the ${CHUNK} bytes after it`;
      throw new InputError(
        `${name}: expected text in ${encoding.toUpperCase()}, got invalid bytes at ${where}; save it as UTF-8`,
        {
          cause,
        },
      );
    }
  }
  try {
    await pipeline(createReadStream(file, { highWaterMark: CHUNK }), decoded, createWriteStream(into));
  } catch (error) {
    throw unusablePath(file, error);
  }
  return into;
}

const CHUNK = 1 << 16;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'UTF-32' | 'a gzip file' | 'a zip file' | 'a zstd file';

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  'UTF-32': 'save it as UTF-8',
  'a gzip file': 'unpack it first, with gunzip',
  'a zip file': 'unpack it first, or save a spreadsheet as CSV',
  'a zstd file': 'unpack it first, with unzstd',
};

const BEGINNINGS: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a zip file', [0x50, 0x4b, 3, 4]],
  ['a zstd file', [0x28, 0xb5, 0x2f, 0xfd]],
];

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = BEGINNINGS.find(([, beginning]) => beginning.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return marked[0];
  // Without a byte order mark, UTF-16 shows by a NUL in every other byte, at least in the column names.
  const pairs = bytes.length >> 1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const [few, many] = [pairs / 20, pairs / 2];
  if (pairs > 3 && odd > many && even <= few) return 'utf-16le';
  return pairs > 3 && even > many && odd <= few ? 'utf-16be' : 'utf-8';
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unusablePath(file, error);
  } finally {
    await handle.close();
  }
}
