import { Command } from 'commander';

/** A verb of the command line. Its module, including DuckDB or LibTorch, is loaded only when the verb is called. */
interface Verb {
  readonly name: string;
  /** One line for `hashsight --help`. */
  readonly description: string;
  /** Adds the verb's arguments, options and action. */
  readonly define: (command: Command) => Promise<Command>;
}

/** Verbs in the order in which users need them. */
export const VERBS: readonly Verb[] = [
  {
    name: 'dataset',
    description: 'download a dataset of images and hashtags, and write it as posts',
    define: async (command: Command) => (await import('./dataset.js')).datasetCommand(command),
  },
  {
    name: 'prepare',
    description: 'make a training set from posts: vocabulary, labels, splits, shards of images',
    define: async (command: Command) => (await import('./prepare.js')).prepareCommand(command),
  },
  {
    name: 'train',
    description: 'train a model on a training set',
    define: async (command: Command) => (await import('./train.js')).trainCommand(command),
  },
  {
    name: 'evaluate',
    description: "measure a run's model on held-out images, next to a baseline",
    define: async (command: Command) => (await import('./evaluate.js')).evaluateCommand(command),
  },
  {
    name: 'duplicates',
    description: 'search evaluation images in the training set, for a lower bound of the metrics',
    define: async (command: Command) => (await import('./duplicates.js')).duplicatesCommand(command),
  },
  {
    name: 'clean',
    description: 'find tags of a training set that are probably wrong or missing, to correct them',
    define: async (command: Command) => (await import('./clean.js')).cleanCommand(command),
  },
  {
    name: 'predict',
    description: 'predict the hashtags of images',
    define: async (command: Command) => (await import('./predict.js')).predictCommand(command),
  },
  {
    name: 'transfer',
    description: 'measure what a pretrained network is worth on labelled images, and make a classifier of it',
    define: async (command: Command) => (await import('./transfer.js')).transferCommand(command),
  },
  {
    name: 'export',
    description: 'write a model as ONNX, with labels and a model card, to run without LibTorch',
    define: async (command: Command) => (await import('./export.js')).exportCommand(command),
  },
  {
    name: 'tag',
    description: 'tag images with an exported model, as JSON lines',
    define: async (command: Command) => (await import('./tag.js')).tagCommand(command),
  },
  {
    name: 'embed',
    description: 'compute the embeddings of images with an exported model',
    define: async (command: Command) => (await import('./embed.js')).embedCommand(command),
  },
  {
    name: 'explain',
    description: 'show which parts of an image speak for a hashtag, as a heat map',
    define: async (command: Command) => (await import('./explain.js')).explainCommand(command),
  },
  {
    name: 'alt-text',
    description: 'describe images in a sentence for screen readers, where the model is sure',
    define: async (command: Command) => (await import('./alt-text.js')).altTextCommand(command),
  },
  {
    name: 'similar',
    description: 'find the images of an index that are most similar to an image, or show a hashtag',
    define: async (command: Command) => (await import('./similar.js')).similarCommand(command),
  },
  {
    name: 'serve',
    description: 'serve an exported model over HTTP: tags, embeddings, explanations, similar images',
    define: async (command: Command) => (await import('./serve.js')).serveCommand(command),
  },
  {
    name: 'report',
    description: 'write the HTML page of a run: data, learning curves, metrics, predictions',
    define: async (command: Command) => (await import('./report.js')).reportCommand(command),
  },
  {
    name: 'runs',
    description: 'compare runs in a table: settings, progress, validation metrics, speed',
    define: async (command: Command) => (await import('./runs.js')).runsCommand(command),
  },
  {
    name: 'models',
    description: 'list the models with their parameters and multiply-adds at 224 pixels',
    define: async (command: Command) => (await import('./models.js')).modelsCommand(command),
  },
  {
    name: 'weights',
    description: 'show what a file of weights holds, or write weights for timm and torchvision',
    define: async (command: Command) => (await import('./weights.js')).weightsCommand(command),
  },
  {
    name: 'setup',
    description: 'build the native parts on this machine, and install LibTorch if it is missing',
    define: async (command: Command) => (await import('./setup.js')).setupCommand(command),
  },
  {
    name: 'doctor',
    description: 'check this machine: LibTorch, CUDA, libjpeg-turbo, DuckDB, threads, memory',
    define: async (command: Command) => (await import('./doctor.js')).doctorCommand(command),
  },
];

/** The command of a verb without its options, for `hashsight --help`. */
export function verbStub({ name, description }: Verb): Command {
  return new Command(name).description(description);
}

/**
 * The command of a verb with its options.
 *
 * @throws Error if the module cannot be loaded, for example because LibTorch is missing
 */
export async function verbCommand(name: string): Promise<Command> {
  const verb = VERBS.find((each) => each.name === name);
  if (verb === undefined)
    throw new Error(`expected one of ${VERBS.map((each) => each.name).join(', ')}, got ${name}`);
  return verb.define(verbStub(verb));
}
