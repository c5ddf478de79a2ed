import { writeFileAtomic } from '@hashsight/formats/node';
import type { Explanation } from '@hashsight/tagger';
import type { Command } from 'commander';
import { givenOptions } from './library-flags.js';
import { addTaggerFlags, loadTagger, type TaggerFlags } from './tagger-flags.js';

interface Flags extends TaggerFlags {
  readonly out?: string;
}

/** `hashsight explain`: which parts of an image speak for a hashtag. */
export function explainCommand(command: Command): Command {
  addTaggerFlags(
    command
      .argument('<image>', 'image file')
      .argument('<hashtag>', "one of the model's hashtags, or a synonym"),
  );
  return command
    .optionsGroup('Options:')
    .option('--out <file>', 'PNG file to write: the image with the heat map over it')
    .action(async (image: string, hashtag: string, flags: Flags, called: Command) => {
      const explanation = await explained(image, hashtag, flags, givenOptions(called));
      if (flags.out !== undefined) {
        const { drawHeatMap } = await import('../heat-map.js');
        await writeFileAtomic(flags.out, await drawHeatMap(image, explanation));
      }
      const { map, width, ...rest } = explanation;
      const rows = Array.from({ length: explanation.height }, (_, y) =>
        Array.from(map.subarray(y * width, (y + 1) * width), (value) => Number(value.toFixed(4))),
      );
      console.log(JSON.stringify({ image, ...rest, width, map: rows }));
    });
}

async function explained(
  image: string,
  hashtag: string,
  flags: Flags,
  given: Record<string, unknown>,
): Promise<Explanation> {
  await using tagger = await loadTagger(flags, given);
  return await tagger.explain(image, hashtag); // before the tagger is disposed of
}
