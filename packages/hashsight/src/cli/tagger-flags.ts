import type { Tagger, TaggerOptions } from '@hashsight/tagger';
import { runtimeFields } from '@hashsight/tagger/options';
import type { Command } from 'commander';
import { z } from 'zod';
import { addLibraryFlags } from './library-flags.js';

/** Options of the verbs that use an exported model. */
const taggerSettingsSchema = z.strictObject(runtimeFields);

/** Flags of a verb that uses an exported model. */
export interface TaggerFlags {
  readonly model: string;
}

/** Adds `--model` and how it runs. */
export function addTaggerFlags(command: Command): Command {
  return addRuntimeFlags(
    command.requiredOption('--model <dir>', 'folder that hashsight export wrote, or its URL'),
  );
}

/** Adds how a model runs. */
export function addRuntimeFlags(command: Command): Command {
  addLibraryFlags(command, 'Options:', taggerSettingsSchema, {
    runtime: '<name>',
    precision: '<name>',
    threads: '<count>',
  });
  return command;
}

/** Loads the model of `--model`. */
export async function loadTagger({ model }: TaggerFlags, given: Record<string, unknown>): Promise<Tagger> {
  const { Tagger } = await import('@hashsight/tagger');
  const { runtime, precision, threads } = given as TaggerOptions;
  return Tagger.load(model, {
    ...(runtime && { runtime }),
    ...(precision && { precision }),
    ...(threads !== undefined && { threads }),
  });
}
