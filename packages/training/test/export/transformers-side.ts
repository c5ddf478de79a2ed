import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder, cacheFolder } from '@hashsight/formats/node';

/** Installed once, into the cache: half a gigabyte, most of it its own onnxruntime. */
const PACKAGE = '@huggingface/transformers@4.3.2';

const CLASSIFY = `
import { env, pipeline } from '@huggingface/transformers';
const [models, name, image] = process.argv.slice(1);
env.allowRemoteModels = false;
env.localModelPath = models;
const answers = {};
for (const dtype of [undefined, 'fp16', 'int8']) {
  const classify = await pipeline('image-classification', name, { ...(dtype && { dtype }) });
  answers[dtype ?? 'default'] = await classify(image, { top_k: 2 });
}
console.log(JSON.stringify(answers));
`;

/** Classes and probabilities, the most likely first. */
export type Classified = readonly { readonly label: string; readonly score: number }[];

/**
 * Classifies an image with a model folder by transformers.js, with its default weights, float16, and 8 bits.
 *
 * @returns a phrase if it cannot be installed
 */
export async function classifyByTransformers(
  model: string,
  image: string,
): Promise<Readonly<Record<'default' | 'fp16' | 'int8', Classified>> | string> {
  const packages = path.join(cacheFolder(), 'npm', PACKAGE.replace(/[^\w.]+/g, '-'));
  try {
    await buildFolder(packages, async (beside) => install(beside));
  } catch (error) {
    return `no ${PACKAGE}: ${error instanceof Error ? error.message : error}`;
  }
  const words = [path.dirname(model), path.basename(model), image];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', CLASSIFY, ...words],
    { cwd: packages, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof classifyByTransformers>>;
}

function install(folder: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', PACKAGE];
  // Its onnxruntime would fetch CUDA libraries.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`npm cannot install it: ${stderr.trim().split('\n')[0]}`);
}
