import path from 'node:path';
import { type DatasetSummary, POST_SOURCES, writeDataset } from '@hashsight/dataset';
import { UsageError } from '@hashsight/formats';
import { cacheFolder } from '@hashsight/formats/node';
import { Argument, type Command } from 'commander';
import { commandName } from './command-name.js';
import { progressLine } from './progress.js';

/** `hashsight dataset NAME --out DIR`: downloads a dataset and writes it as posts. */
export function datasetCommand(command: Command): Command {
  const names = POST_SOURCES.map((source) => source.name);
  return command
    .addArgument(new Argument('<name>', 'the dataset').choices(names))
    .requiredOption('--out <dir>', 'folder to write posts.jsonl and images/ to')
    .addHelpText(
      'after',
      `\n${POST_SOURCES.map(({ name, description }) => `  ${name}: ${description}`).join('\n')}`,
    )
    .action(async (name: string, { out }: { out: string }) => {
      const source = POST_SOURCES.find((candidate) => candidate.name === name);
      if (!source) throw new UsageError(`dataset: expected one of ${names.join(', ')}, got ${name}`);
      const progress = progressLine();
      try {
        const options = { cache: cacheFolder(), onProgress: progress.onProgress, onNote: progress.note };
        const summary = await writeDataset(source, out, options);
        progress.end();
        console.log(summaryText(summary, out));
      } finally {
        progress.end();
      }
    });
}

function summaryText(summary: DatasetSummary, out: string): string {
  const lines = [
    `${summary.source}: ${summary.images} images (${summary.origin}; ${summary.licence})`,
    `  posts      ${String(summary.posts).padStart(6)}  ${path.join(out, 'posts.jsonl')}`,
    `  set aside  ${String(summary.setAside).padStart(6)}  ${path.join(out, 'set-aside.jsonl')}`,
    '',
    `next: ${commandName()} prepare --posts ${path.join(out, 'posts.jsonl')} --images ${out} --out ${out}-data`,
  ];
  return lines.join('\n');
}
