import path from 'node:path';
import {
  BUILT_IN_TASKS,
  type DatasetSummary,
  EXCLUDABLE_TASKS,
  POST_SOURCES,
  writeDataset,
} from '@hashsight/dataset';
import { UsageError } from '@hashsight/formats';
import { cacheFolder } from '@hashsight/formats/node';
import { Argument, type Command, Option } from 'commander';
import { commandName } from './command-name.js';
import { progressLine } from './progress.js';

interface DatasetFlags {
  readonly out: string;
  readonly excludeTask?: readonly string[];
}

/** `hashsight dataset NAME --out DIR`: downloads a dataset and writes it as posts, with its built-in tasks. */
export function datasetCommand(command: Command): Command {
  const names = POST_SOURCES.map((source) => source.name);
  const tasks = EXCLUDABLE_TASKS.map((task) => task.name);
  return command
    .addArgument(new Argument('<name>', 'the dataset').choices(names))
    .requiredOption('--out <dir>', 'folder to write posts.jsonl, images/ and the tasks to')
    .addOption(
      new Option(
        '--exclude-task <task...>',
        'leave out the emoji that these tasks test, in every style, to pretrain on the rest',
      ).choices(tasks),
    )
    .addHelpText('after', listText('Datasets:', POST_SOURCES))
    .addHelpText('after', listText('Tasks, each written as TASK.csv with its dataset:', tasksOfHelp()))
    .action(async (name: string, { out, excludeTask = [] }: DatasetFlags) => {
      const source = POST_SOURCES.find((candidate) => candidate.name === name);
      if (!source) throw new UsageError(`dataset: expected one of ${names.join(', ')}, got ${name}`);
      const progress = progressLine();
      try {
        const summary = await writeDataset(source, out, {
          cache: cacheFolder(),
          onProgress: progress.onProgress,
          onNote: progress.note,
          excludeTasks: excludeTask,
        });
        progress.end();
        console.log(summaryText(summary, out));
      } finally {
        progress.end();
      }
    });
}

function listText(
  title: string,
  entries: readonly { readonly name: string; readonly description: string }[],
): string {
  const width = Math.max(...entries.map(({ name }) => name.length));
  return `\n${title}\n${entries.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n')}`;
}

function tasksOfHelp() {
  return BUILT_IN_TASKS.map(({ name, source, description }) => {
    return { name, description: `${source}: ${description}` };
  });
}

function summaryText(summary: DatasetSummary, out: string): string {
  const { source, images, origin, license, attribution, excluded, tasks } = summary;
  const line = (what: string, count: number, file: string) =>
    `  ${what.padEnd(9)}  ${String(count).padStart(6)}  ${path.join(out, file)}`;
  const lines = [
    `${source}: ${images} images (${origin}; license: ${license})`,
    ...(attribution === undefined ? [] : [`  ${attribution}`]),
    line('posts', summary.posts, 'posts.jsonl'),
    line('set aside', summary.setAside, 'set-aside.jsonl'),
    ...(excluded > 0 ? [line('excluded', excluded, 'excluded.jsonl')] : []),
    ...tasks.map(({ name, file, classes, train, test, ambiguous }) => {
      const left =
        ambiguous === 0 ? '' : `; ${ambiguous} left out: the same image with another label or split`;
      return `  task ${name}: ${classes} classes, ${train} images for training, ${test} for testing${left}  ${file}`;
    }),
    '',
    `next: ${commandName()} prepare --posts ${path.join(out, 'posts.jsonl')} --out ${out}-data`,
  ];
  return lines.join('\n');
}
