import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MODEL_FILES } from '@hashsight/formats';
import { createModel } from '@hashsight/training';
import {
  frontEndConfig,
  preprocessorConfig,
} from '../../packages/training/dist/src/export/front-end-files.js';
import { MODEL_OPSET, modelGraph } from '../../packages/training/dist/src/export/model-graph.js';
import { writeModel } from '../../packages/training/dist/src/export/onnx/write-model.js';
import {
  PREPROCESS_OPSET,
  preprocessGraph,
} from '../../packages/training/dist/src/export/preprocess-graph.js';
import { DEFAULT_PREPROCESSING } from '../../packages/training/dist/src/models/preprocessing.js';

/** Writes an exported model with random weights: its speed is that of a trained one. */
export async function writeRandomModel(folder, { architecture, imageSize, classes }) {
  const preprocessing = { ...DEFAULT_PREPROCESSING, imageSize };
  const model = createModel(architecture, { numClasses: classes, preprocessing }).eval();
  const vocabulary = {
    version: 1,
    classes: Array.from({ length: classes }, (_, i) => ({
      name: `tag${i}`,
      hashtags: [`tag${i}`],
      count: 1,
    })),
    dropped: [],
  };
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const json = (file, value) => writeFile(path.join(folder, file), JSON.stringify(value));
  const info = { producerVersion: 'bench', metadata: { architecture } };
  await writeModel(path.join(folder, MODEL_FILES.model), modelGraph(model, 'softmax'), {
    opset: MODEL_OPSET,
    ...info,
  });
  await writeModel(path.join(folder, MODEL_FILES.preprocess), preprocessGraph(preprocessing), {
    opset: PREPROCESS_OPSET,
    ...info,
  });
  const labels = vocabulary.classes.map(({ name, hashtags, count }) => ({ name, hashtags, count }));
  await json(MODEL_FILES.labels, { version: 1, activation: 'softmax', labels });
  await json(MODEL_FILES.config, frontEndConfig(vocabulary, 'softmax', { architecture, isExternal: false }));
  await json(MODEL_FILES.preprocessor, preprocessorConfig(preprocessing));
  model.dispose();
}
