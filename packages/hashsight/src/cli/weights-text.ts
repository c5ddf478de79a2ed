import { shownNames, shownNumber, shownText } from '@hashsight/formats';
import { byteText } from '@hashsight/formats/node';
import type {
  DescribedModel,
  DescribedTensor,
  ExportedWeights,
  WeightsDescription,
} from '@hashsight/training';

const FORMATS: Readonly<Record<WeightsDescription['format'], string>> = {
  safetensors: 'safetensors',
  'pytorch-zip': 'PyTorch checkpoint',
  'pytorch-legacy': 'PyTorch checkpoint in the form before 1.6',
};

/** Width of the column of labels. */
const LABEL = 15;
/** Entries of metadata that are shown. */
const METADATA = 8;
/** Characters of a value of metadata. */
const VALUE = 40;

/** What a file of weights holds, a line for each property. */
export function weightsText({ file, format, bytes, tensors, metadata, model }: WeightsDescription): string {
  const rows: (readonly [string, string])[] = [
    ...(model === null ? ([['model', 'none of ours']] as const) : modelRows(model)),
    ['tensors', tensorCounts(tensors)],
    ...(model !== null && model.otherTensors.length > 0
      ? ([['not in it', `${model.otherTensors.length}: ${shownNames(model.otherTensors)}`]] as const)
      : []),
    ...metadataRows(metadata),
  ];
  return [
    `${file}: ${FORMATS[format]}, ${byteText(bytes)}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(LABEL)}${text}`),
  ].join('\n');
}

function modelRows(model: DescribedModel): (readonly [string, string])[] {
  const { name, architecture, parameters, numClasses, classNames, layout, prefix, license } = model;
  const { imageSize, cropPct, interpolation, fit, mean, std } = model.preprocessing;
  const size = `${parameters.toLocaleString('en-US')} parameters`;
  const classes = numClasses === null ? 'only the trunk' : `${numClasses.toLocaleString('en-US')} classes`;
  const cut = fit === 'pad' ? 'the whole image with borders' : `crop ${shownNumber(cropPct * 100)} %`;
  return [
    ['model', `${name === null ? `none of ours: ${architecture}` : name}, ${size}, ${classes}`],
    ...(classNames === null ? [] : ([['classes', shownNames(classNames)]] as const)),
    ['layout', prefix === '' ? layout : `${layout}, every name after ${shownText(prefix)}`],
    [
      'preprocessing',
      `${imageSize} pixels, ${cut}, ${interpolation}, mean ${mean.join(' ')}, std ${std.join(' ')}`,
    ],
    ['', `from ${model.preprocessingSource}`],
    ['license', license ?? 'unknown'],
  ];
}

/** `122: 102 float32, 20 int64` */
function tensorCounts(tensors: readonly DescribedTensor[]): string {
  const counts = new Map<string, number>();
  for (const { dtype } of tensors) counts.set(dtype, (counts.get(dtype) ?? 0) + 1);
  const kinds = Array.from(counts, ([dtype, count]) => `${count} ${dtype}`).join(', ');
  return tensors.length === 0 ? '0' : `${tensors.length}: ${kinds}`;
}

function metadataRows(metadata: WeightsDescription['metadata']): (readonly [string, string])[] {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return [];
  const shown = entries
    .slice(0, METADATA)
    .map(([name, value]) => `${shownText(name)}: ${shownText(value, VALUE)}`);
  const more = entries.length > METADATA ? `, and ${entries.length - METADATA} more` : '';
  return [['metadata', `${shown.join(', ')}${more}`]];
}

/** A line for each tensor: name, dtype, shape. */
export function tensorsText(tensors: readonly DescribedTensor[]): string {
  const names = tensors.map(({ name }) => shownText(name, 200));
  const width = Math.max(0, ...names.map((name) => name.length));
  return tensors
    .map(({ dtype, shape }, i) => `  ${names[i]?.padEnd(width)}  ${dtype.padEnd(8)}  [${shape.join(', ')}]`)
    .join('\n');
}

/** What was exported, and how Python loads it. */
export function exportText({ folder, files, model, layout, numClasses }: ExportedWeights): string {
  const head = numClasses === 0 ? 'only the trunk' : `${numClasses.toLocaleString('en-US')} classes`;
  return [
    `${folder}: ${model}, ${head}: ${files.join(', ')}`,
    layout === 'timm'
      ? `  timm: timm.create_model("local-dir:${folder}", pretrained=True)`
      : `  torchvision: model.load_state_dict(safetensors.torch.load_file("${folder}/${files[0]}"))`,
  ].join('\n');
}
