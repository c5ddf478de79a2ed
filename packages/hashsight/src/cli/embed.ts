import type { Command } from 'commander';
import { answerImages } from './answer-images.js';
import { IMAGES_HELP } from './image-arguments.js';
import { givenOptions } from './library-flags.js';
import { standardOutput } from './line-output.js';
import { addTaggerFlags, loadTagger, type TaggerFlags } from './tagger-flags.js';

/** `hashsight embed`: embeddings of images, by an exported model. */
export function embedCommand(command: Command): Command {
  addTaggerFlags(command.argument('<image...>', IMAGES_HELP));
  return command.action(async (words: readonly string[], flags: TaggerFlags, called: Command) => {
    await using tagger = await loadTagger(flags, givenOptions(called));
    await answerImages(words, {
      ...{ verb: 'embed', step: 'embedding', output: standardOutput() },
      answer: async (image) => ({ embedding: Array.from(await tagger.embed(image)) }),
    });
  });
}
