import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError, MODEL_FILES } from '@hashsight/formats';
import { packageVersion, writeBeside, writeFileAtomic } from '@hashsight/formats/node';
import { loadModel } from '../evaluation/trained-model.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { frontEndConfig, labelsFile, preprocessorConfig } from './front-end-files.js';
import { modelCard } from './model-card.js';
import { MODEL_OPSET, modelGraph } from './model-graph.js';
import { writeModel } from './onnx/write-model.js';
import { PREPROCESS_OPSET, preprocessGraph } from './preprocess-graph.js';

/** Options of {@link exportModel}. */
export interface ExportModelOptions {
  /** Run folder of `train` or `transfer`. */
  readonly run: string;
  /** Folder to create. */
  readonly out: string;
  /** `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation. */
  readonly checkpoint?: string;
  /** Called with messages for the user. */
  readonly onNote?: (text: string) => void;
}

/** An exported model. */
export interface ExportedModel {
  readonly out: string;
  readonly architecture: string;
  readonly checkpoint: string;
  readonly parameters: number;
  readonly numClasses: number;
}

/**
 * Exports the model of a run as a folder that onnxruntime runs without LibTorch: the network and its preprocessing as
 * ONNX, the labels, the files that transformers.js reads, and a model card. The folder appears when it is complete.
 *
 * @throws InputError if the folder is not a run, or the target exists and is not empty
 */
export async function exportModel(options: ExportModelOptions): Promise<ExportedModel> {
  const run = await openRunFolder(options.run);
  await checkTarget(options.out);
  const checkpoint = await chooseCheckpoint(run, options.checkpoint, options.onNote);
  const { model: architecture, preprocessing, loss } = run.config.training;
  const { vocabulary } = run;
  const numClasses = vocabulary.classes.length;
  const placement = { memoryFormat: 'contiguous_format', device: 'cpu' } as const;
  using model = loadModel({ model: architecture, preprocessing, numClasses, checkpoint, ...placement });
  const parameters = model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0);
  const title = path.basename(path.resolve(options.out));
  const card = await modelCard(run, { title, checkpoint: checkpoint.name, parameters });
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  await writeBeside(options.out, async (beside) => {
    const at = (file: string) => path.join(beside, file);
    await mkdir(path.dirname(at(MODEL_FILES.model)), { recursive: true });
    const info = { producerVersion: packageVersion(), metadata: { architecture } };
    await writeModel(at(MODEL_FILES.model), modelGraph(model, loss), { opset: MODEL_OPSET, ...info });
    await writeModel(at(MODEL_FILES.preprocess), preprocessGraph(preprocessing), {
      opset: PREPROCESS_OPSET,
      ...info,
    });
    await writeFileAtomic(at(MODEL_FILES.labels), json(labelsFile(vocabulary, loss)));
    await writeFileAtomic(at(MODEL_FILES.config), json(frontEndConfig(vocabulary, loss, architecture)));
    await writeFileAtomic(at(MODEL_FILES.preprocessor), json(preprocessorConfig(preprocessing)));
    await writeFileAtomic(at(MODEL_FILES.card), card);
  });
  return { out: options.out, architecture, checkpoint: checkpoint.name, parameters, numClasses };
}

async function checkTarget(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new InputError(
      `${folder}: expected a new folder for the model, got something else (${error.code})`,
    );
  });
  if (there.length === 0) return;
  throw new InputError(
    `${folder}: expected a new or empty folder, got one that contains ${there[0]}; choose another`,
  );
}
