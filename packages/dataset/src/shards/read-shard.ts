import { InputError } from '@hashsight/formats';
import { listTar } from './list-tar.js';
import { type MemberPlace, type SamplePlace, splitName } from './shard.js';

/** Maximum size of a member that is returned with its bytes; files that describe an image are small. */
export const LARGEST_CONTENTS = 1 << 20;

/**
 * Lists the samples of a tar, in order. By WebDataset's convention, a sample consists of consecutive files that share
 * the part of the name before the first dot. Hidden files are skipped, as in other readers. Memory holds all keys and
 * one sample.
 *
 * @param contents lower-case extensions of the members to return with their bytes, up to {@link LARGEST_CONTENTS} each
 * @throws InputError if the tar is missing, cut off or damaged, or the file is not a tar; if a file in it has no
 *   extension; if a member occurs twice; or if the members of a sample are not consecutive
 */
export function readShard(
  file: string,
  contents: ReadonlySet<string> = new Set(),
): AsyncGenerator<SamplePlace> {
  return samplesOf(file, file, contents);
}

/** {@link readShard} for a tar with a different name in messages. */
export async function* samplesOf(
  path: string,
  shown: string,
  contents: ReadonlySet<string> = new Set(),
): AsyncGenerator<SamplePlace> {
  const wanted = (name: string, size: number) =>
    size <= LARGEST_CONTENTS && contents.has(splitName(name)?.extension.toLowerCase() ?? '');
  const seen = new Set<string>();
  let sample: { readonly key: string; readonly members: MemberPlace[] } | undefined;
  for await (const { name, ...range } of listTar(path, shown, wanted)) {
    const split = splitName(name);
    if (split === undefined) {
      throw new InputError(
        `${shown}: expected members named KEY.EXTENSION, got "${name}"; write the tar in WebDataset's format`,
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
      throw new InputError(`${shown}: the member "${name}" occurs twice`);
    }
    sample.members.push({ extension, ...range });
  }
  if (sample !== undefined) yield sample;
}

function apart(shown: string, key: string): InputError {
  return new InputError(
    `${shown}: the members of the sample "${key}" are not consecutive; pack the tar with --sort=name`,
  );
}
