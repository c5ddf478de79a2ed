import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Evaluation, evaluationFile, evaluationSchema, type License } from '@hashsight/formats';
import type { RunFolder } from '../runs/run-folder.js';

/** What the model card says beside the run's own files. */
export interface CardFacts {
  readonly title: string;
  readonly checkpoint: string;
  readonly parameters: number;
}

/** The model card of a run: a README with what was measured, what it was trained on, and under which licenses. */
export async function modelCard(
  run: RunFolder,
  { title, checkpoint, parameters }: CardFacts,
): Promise<string> {
  const { training, data, licenses = [] } = run.config;
  const { model, preprocessing, loss } = training;
  const classes = run.vocabulary.classes;
  const examples = classes.slice(0, 10).map(({ name }) => `#${name}`);
  const { imageSize, fit, cropPct, interpolation } = preprocessing;
  return [
    `# ${title}`,
    '',
    `An image classifier for ${classes.length} classes, such as ${examples.join(', ')}. It was trained with Hashsight.`,
    '',
    '| | |',
    '|---|---|',
    `| architecture | ${model}, ${(parameters / 1e6).toFixed(1)} million parameters |`,
    `| input | ${imageSize} × ${imageSize} pixels; ${FITS[fit]}, ${Math.round(100 * cropPct)} % of the shorter side, ${interpolation} with antialiasing |`,
    `| probabilities | ${loss} of the logits |`,
    `| training images per epoch | ${data.epochSize} |`,
    `| checkpoint | ${checkpoint} |`,
    '',
    '## Figures',
    '',
    ...(await figures(run)),
    '',
    '## Licenses',
    '',
    ...licenseLines(licenses),
    '',
    '## Limits',
    '',
    'Hashtags say what people found worth saying. A class that is missing from the predictions may still be in the image, and the',
    'figures hold for images like those of the training set.',
    '',
  ].join('\n');
}

const FITS = { crop: 'edges cut off', pad: 'white edges added' } as const;

async function figures(run: RunFolder): Promise<string[]> {
  const lines: string[] = [];
  for (const split of ['test', 'validation'] as const) {
    const evaluation = await readEvaluation(path.join(run.path, evaluationFile(split)));
    if (evaluation !== undefined) lines.push(figureLine(evaluation));
  }
  if (lines.length === 0) return ['This model was not evaluated before the export.'];
  return [
    '| split | images | hit@1 | hit@5 | mean average precision |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    'A hit is any of the labels of an image. In parentheses: always predicting the most frequent classes.',
  ];
}

function figureLine({ split, images, metrics, baseline, checkpoint }: Evaluation): string {
  const cell = (key: keyof Evaluation['metrics']) =>
    `${metrics[key].toFixed(3)} (${baseline[key].toFixed(3)})`;
  return `| ${split}, ${checkpoint} | ${images} | ${cell('hitAt1')} | ${cell('hitAt5')} | ${cell('meanAveragePrecision')} |`;
}

/** @returns undefined if the run has no such evaluation */
async function readEvaluation(file: string): Promise<Evaluation | undefined> {
  try {
    return evaluationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function licenseLines(licenses: readonly License[]): string[] {
  if (licenses.length === 0) return ['The licenses of the training data are not known to Hashsight.'];
  return licenses.map(({ source, origin, license, attribution }) => {
    const credit = attribution === undefined ? '' : `. ${attribution}`;
    return `- ${source} (${origin}): ${license}${credit}`;
  });
}
