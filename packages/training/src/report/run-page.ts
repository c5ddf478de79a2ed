import type { Evaluation, MetricsLine, Vocabulary } from '@hashsight/formats';
import {
  counted,
  countsTable,
  document,
  droppedTable,
  Html,
  html,
  longTail,
  percent,
  rankedTable,
  thousands,
} from '@hashsight/pages';
import type { RunConfig } from '../runs/run-folder.js';
import type { TrainingConfig } from '../settings/config.js';
import { runCurves, runFigures, tellsHitAt5 } from './run-curves.js';
import { type RunResults, runResults } from './run-results.js';
import { type TagSection, tagSection } from './tag-section.js';

/** An image with the names of its classes. */
export interface ShownImage {
  /** A `data:` URL. */
  readonly image: string;
  readonly labels: readonly string[];
}

/** A held-out image with the model's predictions. */
export interface PredictedImage extends ShownImage {
  /** The most likely classes, best first, with probabilities. */
  readonly predictions: readonly { readonly hashtag: string; readonly probability: number }[];
}

/** Contents of a run's page. */
export interface RunPage extends RunResults {
  readonly title: string;
  /** Number of images in each split. */
  readonly images: { readonly train: number; readonly validation: number; readonly test: number };
  readonly vocabulary: Vocabulary;
  readonly training: TrainingConfig;
  /** How `hashsight transfer` made the classifier; null for a run of `hashsight train`. */
  readonly transfer: NonNullable<RunConfig['transfer']> | null;
  readonly metrics: readonly MetricsLine[];
  readonly examples: readonly ShownImage[];
  readonly predicted: readonly PredictedImage[];
  /** The per-tag report of the evaluated checkpoint, if there is one. */
  readonly tags?: Omit<TagSection, 'nameOf'> | undefined;
}

/** Renders the page of a run as one self-contained HTML file. */
export function runPage(page: RunPage): string {
  return document(
    page.title,
    html`<h1>${page.title}</h1>
<p class="soft">${page.preparation === null ? 'A model trained on labelled images.' : 'A model trained only on images and the hashtags that people gave them.'}</p>
${tiles(page)}
${trainingSet(page)}
${page.transfer === null ? training(page) : transferred(page, page.transfer)}
${runResults(page)}
${page.tags === undefined ? '' : tagSection({ ...page.tags, nameOf: (name) => className(page, name) })}
${predictions(page)}
<footer>Written by <code>hashsight report</code>. ${page.training.model}, seed ${page.training.seed}.</footer>`,
  );
}

/** The name of a class: with `#` if the classes are hashtags. */
function className({ preparation }: RunPage, name: string): string {
  return preparation === null ? name : `#${name}`;
}

/** The figures to report: those on test if available, because no choice depended on test. */
function reported({ evaluations }: RunPage): Evaluation {
  return evaluations.at(-1) as Evaluation;
}

function tiles(page: RunPage): Html {
  const { images: count, preparation, vocabulary } = page;
  const { metrics: model, baseline, split } = reported(page);
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>`;
  const outOf = preparation === null ? '' : ` out of ${counted(preparation.counts.hashtags, 'hashtag')}`;
  return html`<div class="tiles">
${tile(thousands(count.train), `training ${count.train === 1 ? 'image' : 'images'}; ${thousands(count.validation)} for validation, ${thousands(count.test)} for test`)}
${tile(thousands(vocabulary.classes.length), `${vocabulary.classes.length === 1 ? 'class' : 'classes'}${outOf}`)}
${tile(percent(model.hitAt1), `hit@1 on ${split}: the top prediction is one of the image's labels; baseline: ${percent(baseline.hitAt1)}`)}
${tellsHitAt5(vocabulary.classes.length) ? tile(percent(model.hitAt5), `hit@5 on ${split}: one of the top five predictions is correct; baseline: ${percent(baseline.hitAt5)}`) : ''}
</div>`;
}

function trainingSet(page: RunPage): Html {
  const { preparation, vocabulary, examples } = page;
  const cards =
    preparation === null
      ? html``
      : html`<div class="card"><h3>From posts to a training set</h3>${countsTable(preparation)}</div>
<div class="card"><h3>The long tail</h3>${longTail(vocabulary, preparation)}</div>`;
  const dropped =
    preparation === null || vocabulary.dropped.length === 0
      ? html``
      : html`<div class="card"><h3>Dropped: ${counted(preparation.counts.dropped, 'hashtag')}</h3>${droppedTable(vocabulary, 3)}</div>`;
  return html`<h2>The training set</h2>
<p>${
    preparation === null
      ? 'Each image has the labels of its folder, or of its row in the table.'
      : 'The hashtags of an image are its labels. Synonymous hashtags form one class; hashtags that are too rare or say nothing about an image were dropped.'
  }</p>
<div class="columns">
${cards}
<div class="card"><h3>Largest classes</h3>${rankedTable(
    ['class', 'images'],
    vocabulary.classes.slice(0, 12).map(({ name, count }) => [className(page, name), thousands(count)]),
  )}</div>
${dropped}
</div>
<h3 class="samples">Random training images</h3>
<div class="images">${examples.map(
    ({ image, labels }) => html`<figure><img src="${image}" alt="" loading="lazy">
<figcaption>${tags(page, labels)}</figcaption></figure>`,
  )}</div>`;
}

function tags(page: RunPage, labels: readonly string[]): readonly Html[] {
  return labels.map((name) => html`<span class="tag">${className(page, name)}</span> `);
}

function training({ training: config, metrics, evaluations, vocabulary }: RunPage): Html {
  const epochs = Number(config.epochs.toFixed(2));
  return html`<h2>Training</h2>
<p>${config.model} at ${config.preprocessing.imageSize} pixels, ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}, batches of ${config.batchSize}; ${runFigures(metrics)}
${metrics.some(({ kind }) => kind === 'train') ? 'Training images are cropped and flipped at random and evaluated while the model still changes, so training hits may be below validation hits.' : ''}</p>
${runCurves(metrics, (evaluations[0] as Evaluation).baseline, vocabulary.classes.length)}`;
}

/** How a classifier of `hashsight transfer` came to be. */
function transferred({ training: config }: RunPage, transfer: NonNullable<RunPage['transfer']>): Html {
  const { method, model, labelled, chosen } = transfer;
  const source = model === null ? 'random weights' : html`the weights of <b>${model}</b>`;
  const settings = Object.entries(chosen).map(([name, value]) => `${name} ${value}`);
  return html`<h2>Training</h2>
<p>${config.model} at ${config.preprocessing.imageSize} pixels: ${METHOD_TEXTS[method] ?? method}, from ${source}, on ${counted(labelled, 'labelled image')} of the training and validation splits (${settings.join(', ')}). Written by <code>hashsight transfer</code>.</p>`;
}

const METHOD_TEXTS: Readonly<Record<string, string>> = {
  probe: 'a linear probe over frozen features',
  finetune: 'all weights fine-tuned',
  scratch: 'all weights trained',
};

function predictions(page: RunPage): Html {
  const { predicted, evaluations, preparation } = page;
  const { split } = evaluations[0] as Evaluation;
  const labels = preparation === null ? 'their labels' : 'the hashtags they were posted with';
  return html`<h2>Predictions</h2>
<p>Random images of the ${split} split with ${labels}, and below the dashed line the model's predictions, in green if
correct. A red border marks an image whose top prediction is wrong.</p>
<div class="images">${predicted.map((each) => predictedFigure(page, each))}</div>`;
}

function predictedFigure(page: RunPage, { image, labels, predictions: guesses }: PredictedImage): Html {
  const isHit = labels.includes(guesses[0]?.hashtag ?? '');
  return html`<figure${isHit ? '' : new Html(' class="miss"')}><img src="${image}" alt="" loading="lazy"><figcaption>
<div class="truth">${tags(page, labels)}</div>
${guesses
  .slice(0, 3)
  .map(
    ({ hashtag, probability }) =>
      html`<div class="guess ${labels.includes(hashtag) ? 'right' : 'wrong'}" style="--share: ${percent(probability).replace(' ', '')}"><span>${className(page, hashtag)}</span><span>${Math.round(100 * probability)} %</span></div>`,
  )}</figcaption></figure>`;
}
