import type { RunFile } from '@hashsight/formats';
import { counted, thousands } from '@hashsight/pages';
import { compactSection, paritySection } from './card-checks.js';
import type { ModelCard } from './card-contents.js';
import { figuresSection } from './card-figures.js';
import { licenseTerms, strictestFirst } from './license-order.js';

/** A model card: a README with the data, the measured figures, the checks, and the licenses. */
export function modelCard(card: ModelCard): string {
  const { title, facts, run, labels } = card;
  const { preprocessing } = facts.run.config.training;
  const { imageSize, fit, cropPct, interpolation } = preprocessing;
  const hasHashtags = facts.preparation !== undefined || (facts.set === undefined && run.classifier === null);
  const examples = labels.labels.slice(0, 10).map(({ name }) => (hasHashtags ? `#${name}` : name));
  const classes = hasHashtags
    ? counted(labels.labels.length, 'hashtag')
    : counted(labels.labels.length, 'class', 'classes');
  const sections = [
    [
      `# ${title}`,
      '',
      `An image classifier for ${classes}, such as ${examples.join(', ')}. Trained and exported with Hashsight.`,
      '',
      '| | |',
      '|---|---|',
      `| architecture | ${run.architecture}, ${(run.parameters / 1e6).toFixed(1)} million parameters |`,
      `| input | ${imageSize} × ${imageSize} pixels; ${FITS[fit]}, ${Math.round(100 * cropPct)} % of the shorter side, ${interpolation} with antialiasing |`,
      `| probabilities | ${labels.activation} of the logits |`,
      `| checkpoint | ${run.checkpoint}${trainingText(run)} |`,
    ],
    ['## Data', '', ...dataLines(card)],
    ['## Figures', '', ...figuresSection(card)],
    ...(card.compact.length === 0 ? [] : [['## Compact models', '', ...compactSection(card.compact)]]),
    ['## Parity', '', ...paritySection(card.check)],
    ['## Licenses', '', ...licenseLines(run)],
    ['## Limits', '', ...limitLines(card)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const FITS = { crop: 'edges cut off', pad: 'white edges added' } as const;

function trainingText({ epochs, globalBatchSize, classifier }: RunFile): string {
  if (classifier?.method === 'probe') return ', a linear probe over frozen features';
  return `, trained for up to ${counted(Number(epochs.toFixed(2)), 'epoch')} in batches of ${globalBatchSize}`;
}

function dataLines({ facts, run, labels }: ModelCard): string[] {
  const { images, posts, classifier } = run;
  const { epochSize } = facts.run.config.data;
  const counts = labels.labels.map(({ count }) => count);
  const lines: string[] = [];
  if (classifier !== null) {
    const source = classifier.model === null ? 'random weights' : `the weights of ${classifier.model}`;
    lines.push(
      `- A classifier by hashsight transfer (${classifier.method}), from ${source}, on ${counted(classifier.labelled, 'labelled image')}.`,
    );
  }
  if (posts !== null) {
    lines.push(
      `- ${counted(posts.posts, 'post')}, of which ${thousands(posts.labelled)} have a hashtag of the vocabulary; ${counted(posts.duplicates, 'post')} left out because another one shows the same image.`,
      `- ${counted(posts.hashtags, 'distinct hashtag')}: ${thousands(posts.inClasses)} in the ${counted(labels.labels.length, 'class', 'classes')}, ${thousands(posts.dropped)} dropped because they are too rare or say nothing about an image.`,
    );
  }
  lines.push(
    images === null
      ? `- ${counted(epochSize, 'training image')} an epoch. The training set was not there when the model was exported.`
      : `- ${counted(images.train, 'training image')}, ${thousands(images.validation)} for validation, ${thousands(images.test)} for test.`,
    `- Training images of a hashtag: ${thousands(Math.min(...counts))} to ${thousands(Math.max(...counts))}, median ${thousands(medianOf(counts))}.`,
  );
  return lines;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function licenseLines({ licenses }: RunFile): string[] {
  if (licenses.length === 0) {
    return ['The licenses of the training data and of the initial weights are not known to Hashsight.'];
  }
  const sorted = strictestFirst(licenses);
  return [
    'Of the training data and the initial weights, the strictest first. Whether they bind the weights is a question of law that',
    'Hashsight cannot answer.',
    '',
    ...sorted.map(({ source, origin, license, attribution }) => {
      const credit = attribution === undefined ? '' : `. ${attribution}`;
      return `- ${source} (${origin}): **${license}**, ${licenseTerms(license)}${credit}`;
    }),
  ];
}

function limitLines({ facts, labels }: ModelCard): string[] {
  const unmeasured = facts.evaluations.find(({ split }) => split === 'test') ?? facts.evaluations[0];
  const untold = unmeasured?.unmeasured ?? [];
  return [
    '- Hashtags say what people found worth saying. A class that is missing from the predictions may still be in the image.',
    '- The figures hold for images like those of the training set. Other styles, cameras, or cultures of tagging were not measured.',
    '- Details smaller than a few pixels at the size of the input are lost.',
    ...(labels.activation === 'softmax'
      ? [
          '- The probabilities of all hashtags add up to 1: an image that shows several things gives each of them less.',
        ]
      : []),
    ...(untold.length === 0
      ? []
      : [
          `- Not measured, for lack of images: ${untold.slice(0, 10).join(', ')}${untold.length > 10 ? `, and ${untold.length - 10} more` : ''}.`,
        ]),
  ];
}
