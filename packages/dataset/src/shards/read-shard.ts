import { InputError } from '@hashsight/formats';
import { listTar } from './list-tar.js';
import { type MemberPlace, type SamplePlace, splitName } from './shard.js';

/** Members that are larger come without their bytes: what describes an image is small. */
export const LARGEST_CONTENTS = 1 << 20;

/**
 * Lists the samples of a tar in its order, by WebDataset's convention: files that stand together and share what comes
 * before the first dot of their name. Hidden files are passed over, as all readers do. Memory holds the keys, and one sample.
 *
 * @param contents extensions, in small letters, of the members that are to come with their bytes, up to
 *   {@link LARGEST_CONTENTS} each
 * @throws InputError when the tar is missing, cut off, damaged, or none; when a file in it has no extension; when a
 *   member is there twice, or the members of a sample are apart
 */
export function readShard(
  file: string,
  contents: ReadonlySet<string> = new Set(),
): AsyncGenerator<SamplePlace> {
  return samplesOf(file, file, contents);
}

/** {@link readShard} of a tar that goes by another name in messages. */
export async function* samplesOf(
  path: string,
  shown: string,
  contents: ReadonlySet<string> = new Set(),
): AsyncGenerator<SamplePlace> {
  const wanted = (name: string, size: number) =>
    size <= LARGEST_CONTENTS && contents.has(splitName(name)?.extension.toLowerCase() ?? '');
  const seen = new Set<string>();
  let sample: { readonly key: string; readonly members: MemberPlace[] } | undefined;
  for await (const { name, ...place } of listTar(path, shown, wanted)) {
    const split = splitName(name);
    if (split === undefined) {
      throw new InputError(
        `${shown}: expected members named KEY.EXTENSION, got "${name}"; put images in WebDataset's form`,
      );
    }
    const { key, extension } = split;
    if (key === '' || key.endsWith('/')) continue; // hidden
    if (key !== sample?.key) {
      if (sample !== undefined) yield sample;
      if (seen.has(key)) throw apart(shown, key);
      seen.add(key);
      sample = { key, members: [] };
    }
    if (sample.members.some((member) => member.extension === extension)) {
      throw new InputError(`${shown}: expected each member once, got "${name}" twice`);
    }
    sample.members.push({ extension, ...place });
  }
  if (sample !== undefined) yield sample;
}

function apart(shown: string, key: string): InputError {
  return new InputError(
    `${shown}: expected the members of a sample side by side, got "${key}" at two places; pack it with tar --sort=name`,
  );
}
