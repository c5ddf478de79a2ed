import type { Command } from 'commander';
import { answerImages } from './answer-images.js';
import { IMAGES_HELP } from './image-arguments.js';
import { givenOptions } from './library-flags.js';
import { lineFile, standardOutput } from './line-output.js';
import { OUT_HELP } from './tag.js';
import { addTaggerFlags, loadTagger, type TaggerFlags } from './tagger-flags.js';

interface Flags extends TaggerFlags {
  readonly out?: string;
}

/** `hashsight alt-text`: a sentence for screen readers for each image, or null if the model is not sure. */
export function altTextCommand(command: Command): Command {
  addTaggerFlags(command.argument('<image...>', IMAGES_HELP));
  return command
    .optionsGroup('Options:')
    .option('--out <file>', OUT_HELP)
    .action(async (words: readonly string[], flags: Flags, called: Command) => {
      const { out } = flags;
      const output = out === undefined ? standardOutput() : await lineFile(out, 'alt-text', 'altText');
      await using tagger = await loadTagger(flags, givenOptions(called));
      await answerImages(words, {
        ...{ verb: 'alt-text', step: 'describing', output },
        answer: async (image) => ({ altText: (await tagger.altText(image)) ?? null }),
      });
    });
}
