import type { RunningServer } from '@hashsight/server';
import { serverOptionsSchema } from '@hashsight/server/options';
import type { Command } from 'commander';
import { addLibraryFlags, givenOptions, nameFlagsInHelp } from './library-flags.js';

/** Environment variable of the token: the arguments of a process are visible to every user of the machine. */
const TOKEN_VARIABLE = 'HASHSIGHT_TOKEN';

/** `hashsight serve`: serves a model over HTTP until it is ended by a signal. */
export function serveCommand(command: Command): Command {
  const add = (heading: string, forms: Parameters<typeof addLibraryFlags>[3]) =>
    addLibraryFlags(command, heading, serverOptionsSchema, forms);
  add('Options:', {
    model: '<dir>',
    index: '<dir>',
    host: '<address>',
    port: '<number>',
    logLevel: '<level>',
  });
  add('Access:', {
    token: {
      value: '<text>',
      help: `bearer token that requests must have, except for the page and the health checks (default: $${TOKEN_VARIABLE}, else none)`,
    },
    allowedHosts: '<name...>',
    corsOrigins: '<origin...>',
  });
  add('Model:', {
    runtime: '<name>',
    precision: '<name>',
    threads: '<count>',
    maxBatch: '<images>',
    latencyBudgetMs: '<ms>',
    modelName: '<name>',
  });
  add('Limits:', {
    maxQueue: '<requests>',
    maxQueueBytes: '<bytes>',
    maxBodyBytes: '<bytes>',
    maxPixels: '<count>',
    timeoutMs: '<ms>',
    shutdownMs: '<ms>',
    overloadStatus: { value: '<status>', parse: Number },
  });
  return nameFlagsInHelp(command).action(async (_: unknown, called: Command) => {
    const { startServer } = await import('@hashsight/server');
    const token = process.env[TOKEN_VARIABLE];
    const options = { ...(token && { token }), ...givenOptions(called) };
    const server = await startServer(options as Parameters<typeof startServer>[0]);
    console.error(startText(server));
    await untilSignal();
    await server.close();
  });
}

function startText({ url, tagger, hasPage }: RunningServer): string {
  const { info, labels, runtime } = tagger;
  const threads = `${runtime.threads} ${runtime.threads === 1 ? 'thread' : 'threads'}`;
  const model = `${info.architecture ?? info.name}, ${labels.length} hashtags, ${runtime.name} with ${threads}`;
  return `hashsight: ${url}${hasPage ? '' : '/docs'} (${model}); end it with Ctrl-C`;
}

/** Waits for SIGINT or SIGTERM. A second one ends the process at once, as it would without this. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const onSignal = () => {
      for (const signal of signals) process.off(signal, onSignal);
      resolve();
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
}
