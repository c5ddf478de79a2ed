import { byteText } from '@hashsight/formats/node';
import { counted, percent } from '@hashsight/pages';
import type { ModelCheck } from './check/check-model.js';
import type { RuntimeParity } from './check/parity.js';
import type { CompactModel } from './compact/accuracy-loss.js';

/** How to have a model checked that was exported without an onnxruntime. */
export const HOW_TO_CHECK =
  'to check it, run ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node and export it again';

/** The section with the differences between the engine and each onnxruntime. */
export function paritySection(check: ModelCheck | undefined): string[] {
  if (check === undefined) return [`This model was not checked after the export; ${HOW_TO_CHECK}.`];
  const { source, runtimes } = check;
  const levels = runtimes.flatMap(({ pixelLevels }) => pixelLevels ?? []);
  return [
    `The largest absolute differences from the engine that trained it (LibTorch), on ${SOURCES[source]}:`,
    '',
    '| runtime | images | logits | probabilities | embedding | features | a batch and single images |',
    '|---|---|---|---|---|---|---|',
    ...runtimes.map(parityLine),
    ...(levels.length === 0
      ? []
      : [
          '',
          `The pixels of \`preprocess.onnx\` differ from those of evaluation by at most ${Math.max(...levels).toFixed(2)} of 255 levels.`,
        ]),
  ];
}

const SOURCES: Readonly<Record<ModelCheck['source'], string>> = {
  validation: 'images of the validation split',
  training: 'training images, because there is no validation split',
  random: 'random images, because the training set was not there',
};

function parityLine({ title, images, differences, batchDifference }: RuntimeParity): string {
  const { logits, probabilities, embedding, features } = differences;
  const shown = [logits, probabilities, embedding, features, batchDifference].map((value) =>
    value === null ? '' : differenceText(value),
  );
  return `| ${[title, images, ...shown].join(' | ')} |`;
}

/** `0`, `2.4e-6`. */
export function differenceText(difference: number): string {
  return difference === 0 ? '0' : difference.toExponential(1);
}

/** The section with the size and the loss of accuracy of each compact model. */
export function compactSection(models: readonly CompactModel[]): string[] {
  return [
    'The same network with rounded weights; inputs, outputs, and computations are float32, so these files are smaller but not faster.',
    '',
    '| file | size | hit@1 | other top prediction | difference of a probability: mean, largest |',
    '|---|---|---|---|---|',
    ...models.map(({ file, bytes, loss }) => {
      const measured = loss === undefined ? ['not measured', '', ''] : lossCells(loss);
      return `| ${[`\`${file}\``, byteText(bytes), ...measured].join(' | ')} |`;
    }),
  ];
}

function lossCells({
  hitAt1,
  changed,
  meanDifference,
  largestDifference,
  images,
  source,
}: NonNullable<CompactModel['loss']>): string[] {
  return [
    hitAt1 === null ? '' : `${hitAt1.compact.toFixed(3)} instead of ${hitAt1.float32.toFixed(3)}`,
    `${percent(changed)} of ${counted(images, `${source} image`)}`,
    `${differenceText(meanDifference)}, ${differenceText(largestDifference)}`,
  ];
}
