import type { Command } from 'commander';
import { answerImages } from './answer-images.js';
import { IMAGES_HELP } from './image-arguments.js';
import { indexOutput } from './index-output.js';
import { givenOptions } from './library-flags.js';
import { standardOutput } from './line-output.js';
import { addTaggerFlags, loadTagger, type TaggerFlags } from './tagger-flags.js';

interface Flags extends TaggerFlags {
  readonly out?: string;
}

/** `hashsight embed`: embeddings of images, by an exported model; as JSON lines, or into an index for searches. */
export function embedCommand(command: Command): Command {
  addTaggerFlags(command.argument('<image...>', IMAGES_HELP));
  return command
    .option(
      '--out <index>',
      'folder of an index for hashsight similar and serve; images that it already has are skipped (default: JSON lines to standard output)',
    )
    .action(async (words: readonly string[], flags: Flags, called: Command) => {
      const { model, out } = flags;
      await using tagger = await loadTagger(flags, givenOptions(called));
      const output = out === undefined ? standardOutput() : await indexOutput(out, model, tagger);
      await answerImages(words, {
        ...{ verb: 'embed', step: 'embedding', output },
        answer: async (image) => {
          const embedding = await tagger.embed(image);
          return { embedding: out === undefined ? Array.from(embedding) : embedding };
        },
      });
    });
}
