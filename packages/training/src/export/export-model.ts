import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  InputError,
  type LabelsFile,
  labelsFileSchema,
  MODEL_FILES,
  type OnProgress,
  parseOptions,
  runFileSchema,
} from '@hashsight/formats';
import { packageVersion, writeBeside, writeFileAtomic } from '@hashsight/formats/node';
import { safetensors, WeightsError, zeros } from '@hashsight/torch';
import type { z } from 'zod';
import { loadModel } from '../evaluation/trained-model.js';
import type { ImageModel } from '../models/image-model.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { HOW_TO_CHECK } from './card-checks.js';
import { checkModel, type ModelCheck } from './check/check-model.js';
import { accuracyLosses, COMPACT_FILES, type CompactModel } from './compact/accuracy-loss.js';
import { compactGraph, PRECISIONS } from './compact/compact-graph.js';
import { exportModelOptionsSchema } from './export-model-options.js';
import { frontEndConfig, preprocessorConfig } from './front-end-files.js';
import { labelsFile } from './labels.js';
import { modelCard } from './model-card.js';
import { MODEL_OPSET, modelGraph } from './model-graph.js';
import { writeModel } from './onnx/write-model.js';
import { PREPROCESS_OPSET, preprocessGraph } from './preprocess-graph.js';
import { relatedLabels } from './related-labels.js';
import { gatherFacts, type RunFacts } from './run-facts.js';
import { runFile } from './run-file.js';

/** Options of {@link exportModel}. */
export interface ExportModelOptions extends z.input<typeof exportModelOptionsSchema> {
  /** Run folder of `train` or `transfer`. */
  readonly run: string;
  /** Folder to create. */
  readonly out: string;
  /** `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation. */
  readonly checkpoint?: string;
  /** Training set of the run; default: the one that it was trained on, if it is still there. */
  readonly data?: string;
  /** Folder of `transfer` with results of this model; default for a classifier of `transfer`: the one that it is in. */
  readonly transfer?: string;
  readonly onProgress?: OnProgress;
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
  /** Size of `onnx/model.onnx` with its external data. */
  readonly bytes: number;
  /** Number of labels that have a threshold. */
  readonly thresholds: number;
  /** Differences from the engine; undefined if the model was not checked. */
  readonly check: ModelCheck | undefined;
  readonly compact: readonly CompactModel[];
}

/**
 * Exports the model of a run as a folder that onnxruntime runs without LibTorch: the network and its preprocessing as
 * ONNX, the labels, the files that transformers.js reads, and a model card. What was written is compared with the
 * engine. The folder appears when it is complete.
 *
 * @throws InputError if the folder is not a run, its files are damaged, or the target exists and is not empty
 * @throws HashsightError if onnxruntime's answers differ from the engine's
 */
export async function exportModel(options: ExportModelOptions): Promise<ExportedModel> {
  const { out, onNote } = options;
  const { check: isChecked, ...compacts } = parseOptions(exportModelOptionsSchema, {
    check: options.check,
    fp16: options.fp16,
    int8: options.int8,
  });
  const run = await openRunFolder(options.run);
  await checkTarget(out);
  const checkpoint = await chooseCheckpoint(run, options.checkpoint, onNote);
  const facts = await gatherFacts(run, checkpoint, options);
  using model = modelOf(facts);
  const { model: architecture, loss } = run.config.training;
  return await writeBeside(out, async (beside) => {
    const precisions = PRECISIONS.filter((precision) => compacts[precision]);
    options.onProgress?.({ step: 'writing the model', done: 0, total: 1, unit: 'models' });
    const { bytes, isExternal } = await writeGraphs(beside, model, loss, architecture);
    const sizes = new Map<string, number>();
    for (const precision of precisions) {
      const graph = compactGraph(modelGraph(model, loss), precision);
      const written = await writeModel(
        path.join(beside, COMPACT_FILES[precision]),
        graph,
        infoOf(architecture),
      );
      sizes.set(precision, written.bytes);
    }
    saveHead(path.join(beside, MODEL_FILES.head), model);
    const checked = { folder: beside, out, model, architecture, loss, set: facts.set };
    const tell = (step: string) => options.onProgress?.({ step, done: 0, total: 1, unit: 'models' });
    if (isChecked) tell('checking the model');
    const check = isChecked ? await checkModel(checked) : undefined;
    if (isChecked && check === undefined) {
      onNote?.(`${out}: not checked, because no onnxruntime is installed that can run it; ${HOW_TO_CHECK}`);
    }
    if (precisions.length > 0) tell('measuring the compact models');
    const losses = await accuracyLosses({ ...checked, precisions });
    const compact = precisions.map((precision) => ({
      ...{ precision, file: COMPACT_FILES[precision], bytes: sizes.get(precision) ?? 0 },
      loss: losses.find((each) => each.precision === precision),
    }));
    const labels = await writeTexts(beside, { out, facts, model, check, compact, isExternal });
    return {
      ...{
        out,
        architecture,
        checkpoint: checkpoint.name,
        parameters: parametersOf(model),
        bytes,
        check,
        compact,
      },
      numClasses: model.head.outFeatures,
      thresholds: labels.labels.filter(({ threshold }) => threshold !== undefined).length,
    };
  });
}

/** @throws InputError if the weights do not fit the run's architecture and vocabulary */
function modelOf({ run, checkpoint }: RunFacts): ImageModel {
  const { model, preprocessing } = run.config.training;
  const numClasses = run.vocabulary.classes.length;
  const placement = { memoryFormat: 'contiguous_format', device: 'cpu' } as const;
  try {
    return loadModel({ model, preprocessing, numClasses, checkpoint, ...placement });
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    throw new InputError(
      `${checkpoint.path}: expected weights of ${model} with ${numClasses} classes, as many as the vocabulary has; ${error.message.replace(/^loadStateDict: /, '').replace(/; (nothing was loaded|pass .*)$/, '')}`,
      { cause: error },
    );
  }
}

function parametersOf(model: ImageModel): number {
  return model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0);
}

function infoOf(architecture: string) {
  return { opset: MODEL_OPSET, producerVersion: packageVersion(), metadata: { architecture } };
}

/** Writes the network and the preprocessing. */
async function writeGraphs(
  folder: string,
  model: ImageModel,
  loss: Parameters<typeof modelGraph>[1],
  architecture: string,
): Promise<Awaited<ReturnType<typeof writeModel>>> {
  const at = (file: string) => path.join(folder, file);
  await mkdir(path.dirname(at(MODEL_FILES.model)), { recursive: true });
  const info = infoOf(architecture);
  const written = await writeModel(at(MODEL_FILES.model), modelGraph(model, loss), info);
  const preprocess = preprocessGraph(model.preprocessing);
  await writeModel(at(MODEL_FILES.preprocess), preprocess, { ...info, opset: PREPROCESS_OPSET });
  return written;
}

/** Writes the last layer: `weight`, `[K, C]`, and `bias`, `[K]`, in float32. */
function saveHead(file: string, { head }: ImageModel): void {
  const bias = head.bias ?? zeros([head.outFeatures]);
  const tensors = new Map([
    ['weight', head.weight],
    ['bias', bias],
  ]);
  safetensors.saveFile(tensors, file, { metadata: { format: 'pt' } });
  if (bias !== head.bias) bias.dispose();
}

interface TextContents {
  readonly out: string;
  readonly facts: RunFacts;
  readonly model: ImageModel;
  readonly check: ModelCheck | undefined;
  readonly compact: readonly CompactModel[];
  /** Whether the weights are in a file of their own. */
  readonly isExternal: boolean;
}

/** Writes the labels, the run, the files for front ends, and the model card. */
async function writeTexts(folder: string, contents: TextContents) {
  const { out, facts, model, check, compact, isExternal } = contents;
  const { run, set, reports, thresholds } = facts;
  const { vocabulary } = run;
  const { loss, model: architecture, preprocessing } = run.config.training;
  const related =
    set === undefined
      ? undefined
      : relatedLabels(
          set.train.map(({ labels }) => labels),
          vocabulary.classes.length,
        );
  const report = reports.at(-1);
  const labels = labelsFileSchema.parse(labelsFile(vocabulary, loss, { thresholds, report, related }));
  const told = runFileSchema.parse(runFile(facts, parametersOf(model)));
  const title = path.basename(path.resolve(out));
  const write = (file: string, value: object) =>
    writeFileAtomic(path.join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  await writeFileAtomic(path.join(folder, MODEL_FILES.labels), labelsText(labels));
  await write(MODEL_FILES.run, told);
  await write(MODEL_FILES.config, frontEndConfig(vocabulary, loss, { architecture, isExternal }));
  await write(MODEL_FILES.preprocessor, preprocessorConfig(preprocessing));
  const card = modelCard({ title, facts, run: told, labels, check, compact });
  await writeFileAtomic(path.join(folder, MODEL_FILES.card), card);
  return labels;
}

/** A line for each label, since most of them have many numbers. */
function labelsText({ labels, ...rest }: LabelsFile): string {
  const [start] = JSON.stringify({ ...rest, labels: [] }).split(']}');
  return `${start}\n${labels.map((label) => JSON.stringify(label)).join(',\n')}\n]}\n`;
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
