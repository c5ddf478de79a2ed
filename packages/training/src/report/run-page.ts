import {
  type Evaluation,
  evaluationFile,
  type Metrics,
  type MetricsLine,
  type Preparation,
  unmeasuredText,
  type Vocabulary,
} from '@hashsight/formats';
import {
  countsTable,
  droppedTable,
  Html,
  html,
  longTail,
  percent,
  rankedTable,
  STYLE,
  thousands,
} from '@hashsight/pages';
import type { TrainingConfig } from '../settings/config.js';
import { runCurves, runFigures } from './run-curves.js';

/** An image with those of its hashtags that are classes. */
export interface TaggedImage {
  /** A `data:` URL. */
  readonly image: string;
  readonly hashtags: readonly string[];
}

/** A held-out image with the model's predictions. */
export interface PredictedImage extends TaggedImage {
  /** The most likely classes, best first, with probabilities. */
  readonly predictions: readonly { readonly hashtag: string; readonly probability: number }[];
}

/** Contents of a run's page. */
export interface RunPage {
  readonly title: string;
  /** The preparation by `hashsight prepare`; null for labelled images, which were not prepared. */
  readonly preparation: Preparation | null;
  /** Number of images in each split. */
  readonly images: { readonly train: number; readonly validation: number; readonly test: number };
  readonly vocabulary: Vocabulary;
  readonly training: TrainingConfig;
  readonly metrics: readonly MetricsLine[];
  /** Evaluations of one checkpoint, on validation and then on test; at least one. */
  readonly evaluations: readonly Evaluation[];
  /** Evaluations of other checkpoints, which are only mentioned. */
  readonly otherEvaluations: readonly Evaluation[];
  readonly examples: readonly TaggedImage[];
  readonly predicted: readonly PredictedImage[];
}

/** Renders the page of a run as one self-contained HTML file. */
export function runPage(page: RunPage): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Hashsight</title>
<style>${STYLE}</style>
<main>
<h1>${page.title}</h1>
<p class="soft">${page.preparation === null ? 'A model trained on labeled images.' : 'A model trained only on images and the hashtags that people gave them.'}</p>
${tiles(page)}
${whatWentIn(page)}
${training(page)}
${results(page)}
${images(page)}
<footer>Written by <code>hashsight report</code>. ${page.training.model}, seed ${page.training.seed}.</footer>
</main>
</html>
`.text;
}

/** The figures to report: those on test if available, because no choice depended on test. */
function reported({ evaluations }: RunPage): Evaluation {
  return evaluations.at(-1) as Evaluation;
}

function tiles(page: RunPage): Html {
  const { images: count, preparation, vocabulary } = page;
  const { metrics: model, baseline } = reported(page);
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>`;
  const outOf = preparation === null ? '' : ` out of ${thousands(preparation.counts.hashtags)} hashtags`;
  return html`<div class="tiles">
${tile(thousands(count.train), `training images; ${thousands(count.validation)} for validation, ${thousands(count.test)} for test`)}
${tile(thousands(vocabulary.classes.length), `classes${outOf}`)}
${tile(percent(model.hitAt1), `hit@1: the top prediction is one of the image's labels; baseline: ${percent(baseline.hitAt1)}`)}
${tile(percent(model.hitAt5), `hit@5: one of the top five predictions is; baseline: ${percent(baseline.hitAt5)}`)}
</div>`;
}

function whatWentIn({ preparation, vocabulary, examples }: RunPage): Html {
  const cards =
    preparation === null
      ? html``
      : html`<div class="card"><h3>From posts to a training set</h3>${countsTable(preparation)}</div>
<div class="card"><h3>The long tail</h3>${longTail(vocabulary, preparation)}</div>`;
  const dropped =
    preparation === null
      ? html``
      : html`<div class="card"><h3>Dropped: ${thousands(preparation.counts.dropped)} hashtags</h3>${droppedTable(vocabulary, 3)}</div>`;
  return html`<h2>The training set</h2>
<p>${
    preparation === null
      ? 'Each image has the labels of its folder, or of its row in the table.'
      : 'The hashtags of an image are its labels. Synonymous hashtags form one class; hashtags that are too rare or say nothing about an image were dropped.'
  }</p>
<div class="columns">
${cards}
<div class="card"><h3>The largest classes</h3>${rankedTable(
    ['class', preparation === null ? 'images' : 'posts'],
    vocabulary.classes.slice(0, 12).map(({ name, count }) => [`#${name}`, thousands(count)]),
  )}</div>
${dropped}
</div>
<div class="images">${examples.map(
    ({ image, hashtags }) => html`<figure><img src="${image}" alt="" loading="lazy">
<figcaption>${hashtags.map((tag) => html`<span class="tag">#${tag}</span> `)}</figcaption></figure>`,
  )}</div>`;
}

function training({ training: config, metrics, evaluations }: RunPage): Html {
  return html`<h2>Training</h2>
<p>${config.model} at ${config.preprocessing.imageSize} pixels, ${config.epochs} ${config.epochs === 1 ? 'epoch' : 'epochs'}, batches of ${config.batchSize}; ${runFigures(metrics)}
Training images are cropped and flipped at random and evaluated while the model still changes, so training hits may be below validation hits.</p>
${runCurves(metrics, (evaluations[0] as Evaluation).baseline)}`;
}

/** Treatment of duplicate images, which a model could memorize. */
const DUPLICATES: Readonly<Record<Preparation['settings']['duplicates'], string>> = {
  merge: 'Images posted several times were merged into one image with the hashtags of all its posts.',
  first: 'Of images posted several times, only the first post is used.',
  keep: 'All copies of an image posted several times are in the same split.',
  off: 'Duplicates were not searched for, so the same image may be in training and in validation.',
};

function results(page: RunPage): Html {
  const { preparation, evaluations, otherEvaluations } = page;
  const { checkpoint } = reported(page);
  const counts = evaluations.map(({ images: count, split }) => `${thousands(count)} ${split} images`);
  const of = (split: string) => (evaluations.length === 1 ? '' : ` (${split})`);
  const row = (name: string, what: string, key: keyof Metrics) =>
    html`<tr><td><b>${name}</b> <span class="soft">${what}</span>${evaluations.map(
      ({ metrics, baseline }) =>
        html`<td class="number">${percent(metrics[key])}<td class="number">${percent(baseline[key])}`,
    )}</tr>`;
  const without = evaluations.flatMap(({ unmeasured, classes, split }) => {
    const text = unmeasuredText(unmeasured, classes, split);
    return text === undefined ? [] : [html`<p class="soft">${text}.</p>`];
  });
  return html`<h2>Evaluation</h2>
<p>The weights of <code>${checkpoint}</code> on ${counts.join(' and ')} that were not used for training, compared with the baseline: always predicting the most frequent hashtags.
${evaluations.length > 1 ? 'Settings and checkpoint were chosen by validation only, so report the figures on test. ' : ''}${preparation === null ? '' : `${DUPLICATES[preparation.settings.duplicates]} `}A hit is any one of the image's labels, so a right answer that nobody typed counts as wrong.</p>
<div class="card"><table><tr><th>measure${evaluations.map(
    ({ split }) => html`<th class="number">model${of(split)}<th class="number">baseline${of(split)}`,
  )}</tr>
${row('hit@1', 'the top prediction is one of the hashtags', 'hitAt1')}
${row('hit@5', 'one of the top five predictions is', 'hitAt5')}
${row('mean average precision', overText(evaluations), 'meanAveragePrecision')}
</table></div>${without}${otherEvaluations.map(
    (other) =>
      html`<p class="soft">${evaluationFile(other.split)} is not shown, because it belongs to ${other.checkpoint}.</p>`,
  )}`;
}

/** The classes that the mean average precision covers. */
function overText(evaluations: readonly Evaluation[]): string {
  const parts = evaluations.map(({ classes, unmeasured, split }) =>
    unmeasured.length === 0
      ? `all ${classes} classes`
      : `${classes - unmeasured.length} of ${classes} classes${evaluations.length > 1 ? ` (${split})` : ''}`,
  );
  return `over ${[...new Set(parts)].join(', ')}`;
}

function images({ predicted, evaluations }: RunPage): Html {
  const { split } = evaluations[0] as Evaluation;
  return html`<h2>Predictions</h2>
<p>Random images of the ${split} split with the hashtags they were posted with, and below the line the model's predictions, in green if
they match.</p>
<div class="images">${predicted.map(predictedFigure)}</div>`;
}

function predictedFigure({ image, hashtags, predictions }: PredictedImage): Html {
  const isHit = hashtags.includes(predictions[0]?.hashtag ?? '');
  return html`<figure${isHit ? '' : new Html(' class="miss"')}><img src="${image}" alt="" loading="lazy"><figcaption>
<div class="truth">${hashtags.map((tag) => html`<span class="tag">#${tag}</span> `)}</div>
${predictions
  .slice(0, 3)
  .map(
    ({ hashtag, probability }) =>
      html`<div class="guess ${hashtags.includes(hashtag) ? 'right' : 'wrong'}" style="--share: ${percent(probability).replace(' ', '')}"><span>${hashtag}</span><span>${Math.round(100 * probability)} %</span></div>`,
  )}</figcaption></figure>`;
}
