import path from 'node:path';
import { InputError, shownText, UsageError } from '@hashsight/formats';
import type { EmbeddingIndex } from '@hashsight/search';
import type { Tagger } from '@hashsight/tagger';
import { type Command, InvalidArgumentError } from 'commander';
import { answerImages } from './answer-images.js';
import { IMAGES_HELP } from './image-arguments.js';
import { givenOptions } from './library-flags.js';
import { standardOutput } from './line-output.js';
import { parsePositiveInteger } from './options.js';
import { addRuntimeFlags, loadTagger } from './tagger-flags.js';

interface Flags {
  readonly index: string;
  readonly model?: string;
  readonly hashtag?: string;
  readonly top: number;
  readonly exact?: boolean;
}

/** `hashsight similar`: the images of an index that are most similar to an image, or show a hashtag most clearly. */
export function similarCommand(command: Command): Command {
  command
    .argument('[image...]', `${IMAGES_HELP}; or give --hashtag`)
    .requiredOption('--index <dir>', 'index that hashsight embed --out wrote')
    .option('--hashtag <name>', 'search for a hashtag in place of an image', parseHashtag)
    .option('--top <count>', 'similar images for each image', parsePositiveInteger, 10)
    .option('--exact', 'compare with every image, even if the index has a graph')
    .option('--model <dir>', 'folder of the model that made the index (default: where it was then)');
  return addRuntimeFlags(command).action(async (words: readonly string[], flags: Flags, called: Command) => {
    const { hashtag } = flags;
    if (words.length > 0 === (hashtag !== undefined)) {
      const got = hashtag === undefined ? 'neither' : 'both';
      throw new UsageError(`similar: expected images or \`hashtag\`, got ${got}`);
    }
    const { EmbeddingIndex, modelDigest } = await import('@hashsight/search');
    const folder = flags.model;
    const model = folder === undefined ? undefined : { digest: await modelDigest(folder), folder };
    await using index = await EmbeddingIndex.open(flags.index, { ...(model && { model }) });
    const search = searchOf(index, flags);
    if (hashtag === undefined)
      await answerEach(words, index, search, { folder, given: givenOptions(called) });
    else console.log(JSON.stringify(await answerHashtag(hashtag, await checkedModel(index, folder), search)));
  });
}

/** @throws UsageError if the hashtag is empty */
function parseHashtag(text: string): string {
  if (text.replace(/^#/, '').trim() !== '') return text;
  throw new InvalidArgumentError('expected a hashtag, got an empty text');
}

type Search = (query: Float32Array, leftOut?: string) => Promise<{ path: string; score: number }[]>;

/** Searches the index; an image that is in the index itself is no answer for itself. */
function searchOf(index: EmbeddingIndex, { top, exact = false }: Flags): Search {
  return async (query, leftOut) => {
    const found = await index.search(query, leftOut === undefined ? top : top + 1, { exact });
    return found
      .filter((match) => match.path !== leftOut)
      .slice(0, top)
      .map(({ path: image, score }) => ({ path: image, score }));
  };
}

/** A line for each image. The model is loaded when an image is not in the index. */
async function answerEach(
  words: readonly string[],
  index: EmbeddingIndex,
  search: Search,
  { folder, given }: { readonly folder: string | undefined; readonly given: Record<string, unknown> },
): Promise<void> {
  let loading: Promise<Tagger> | undefined;
  const tagger = () => {
    loading ??= checkedModel(index, folder).then((model) => loadTagger({ model }, given));
    return loading;
  };
  try {
    await answerImages(words, {
      ...{ verb: 'similar', step: 'searching', output: standardOutput() },
      answer: async (image) => {
        const file = path.resolve(image);
        const id = index.idOf(file);
        if (id !== undefined) return { similar: await search(await index.embedding(id), file) };
        return { similar: await search(await (await tagger()).embed(image)) };
      },
    });
  } finally {
    await (await loading?.catch(() => undefined))?.dispose();
  }
}

async function answerHashtag(hashtag: string, model: string, search: Search): Promise<object> {
  const { hashtagVector } = await import('@hashsight/search');
  const found = await hashtagVector(model, hashtag);
  if (found === undefined) {
    throw new InputError(
      `${model}: expected a hashtag that the model knows, got "${shownText(hashtag)}"; labels.json has all of them`,
    );
  }
  return { hashtag: found.hashtag, similar: await search(found.vector) };
}

/** The folder of the model that made the index. */
async function checkedModel(index: EmbeddingIndex, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const { modelDigest } = await import('@hashsight/search');
  const { digest, folder } = index.model;
  const there = folder === undefined ? undefined : await modelDigest(folder).catch(() => undefined);
  if (folder !== undefined && there === digest) return folder;
  throw new UsageError(
    `expected the folder of the model that made the index, which is no longer at ${folder ?? 'a known place'}`,
    { option: 'model' },
  );
}
