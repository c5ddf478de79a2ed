import type { Vocabulary } from '@hashsight/formats';
import type { Preprocessing } from '../models/preprocessing.js';
import type { TrainingConfig } from '../settings/config.js';

/** Pillow's numbers of the filters, as Hugging Face's files have them. */
const RESAMPLE = { bilinear: 2, bicubic: 3 } as const;

/** `config.json` in Hugging Face's form, for front ends such as transformers.js. */
export function frontEndConfig(
  { classes }: Vocabulary,
  loss: TrainingConfig['loss'],
  { architecture, isExternal }: { readonly architecture: string; readonly isExternal: boolean },
): object {
  const names = classes.map(({ name }) => name);
  return {
    architectures: ['ResNetForImageClassification'],
    // The type by which transformers.js finds the task; the network itself is in the ONNX file.
    model_type: 'resnet',
    problem_type: loss === 'softmax' ? 'single_label_classification' : 'multi_label_classification',
    num_labels: names.length,
    id2label: Object.fromEntries(names.map((name, i) => [String(i), name])),
    label2id: Object.fromEntries(names.map((name, i) => [name, i])),
    // Its default in a browser would be a file that does not exist here.
    'transformers.js_config': { dtype: 'fp32', ...(isExternal && { use_external_data_format: true }) },
    hashsight: { architecture },
  };
}

/**
 * `preprocessor_config.json` in Hugging Face's form. It describes the preprocessing as closely as that form allows; the
 * exact one is `preprocess.onnx`.
 */
export function preprocessorConfig({
  imageSize,
  fit,
  cropPct,
  interpolation,
  mean,
  std,
}: Preprocessing): object {
  return {
    image_processor_type: 'ConvNextFeatureExtractor',
    do_resize: true,
    size: { shortest_edge: imageSize },
    // That processor resizes the shorter side to shortest_edge / crop_pct and cuts out the center.
    crop_pct: cropPct,
    do_pad: fit === 'pad',
    resample: RESAMPLE[interpolation],
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: mean,
    image_std: std,
  };
}
