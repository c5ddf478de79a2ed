import type { Tag, TagOptions } from '@hashsight/tagger';
import { type Command, InvalidArgumentError } from 'commander';
import { answerImages } from './answer-images.js';
import { IMAGES_HELP } from './image-arguments.js';
import { givenOptions } from './library-flags.js';
import { lineFile, standardOutput } from './line-output.js';
import { parseNumber, parsePositiveInteger } from './options.js';
import { addTaggerFlags, loadTagger, type TaggerFlags } from './tagger-flags.js';

interface Flags extends TaggerFlags {
  readonly topK: number;
  readonly threshold?: number | 'promised';
  readonly out?: string;
}

/** Help text of `--out` of verbs that write a line for each image. */
export const OUT_HELP =
  'file to append the lines to; images that it already has are skipped (default: standard output)';

/** `hashsight tag`: hashtags of images, by an exported model. */
export function tagCommand(command: Command): Command {
  addTaggerFlags(command.argument('<image...>', IMAGES_HELP));
  return command
    .optionsGroup('Options:')
    .option('--top-k <count>', 'hashtags for each image', parsePositiveInteger, 5)
    .option(
      '--threshold <probability>',
      'minimum probability, or promised: only hashtags above the threshold of their promised precision (default: 0)',
      parseThreshold,
    )
    .option('--out <file>', OUT_HELP)
    .action(async (words: readonly string[], flags: Flags, called: Command) => {
      const { topK, threshold, out } = flags;
      const output = out === undefined ? standardOutput() : await lineFile(out, 'tag', 'tags');
      await using tagger = await loadTagger(flags, givenOptions(called));
      const options: TagOptions = { topK, ...(threshold !== undefined && { threshold }) };
      await answerImages(words, {
        ...{ verb: 'tag', step: 'tagging', output },
        answer: async (image) => ({ tags: (await tagger.tag(image, options)).map(shortTag) }),
      });
    });
}

function shortTag({ hashtag, probability, threshold }: Tag) {
  return { hashtag, probability, ...(threshold !== undefined && { threshold }) };
}

function parseThreshold(text: string): number | 'promised' {
  if (text === 'promised') return text;
  const value = parseNumber(text);
  if (value < 0 || value > 1) throw new InvalidArgumentError(`expected 0 to 1, or promised, got "${text}"`);
  return value;
}
