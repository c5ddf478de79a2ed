import {
  type Evaluation,
  type EvaluationDuplicates,
  evaluationFile,
  type Metrics,
  type Preparation,
  unmeasuredText,
} from '@hashsight/formats';
import { counted, type Html, html, percent } from '@hashsight/pages';
import { tellsHitAt5 } from './run-curves.js';

/** What {@link runResults} shows. */
export interface RunResults {
  /** The preparation by `hashsight prepare`; null for labelled images. */
  readonly preparation: Preparation | null;
  /** Evaluations of one checkpoint, on validation and then on test; at least one. */
  readonly evaluations: readonly Evaluation[];
  /** Evaluations of other checkpoints, which are only mentioned. */
  readonly otherEvaluations: readonly Evaluation[];
}

/** Treatment of duplicate images, which a model could memorize. */
const DUPLICATES: Readonly<Record<Preparation['settings']['duplicates'], string>> = {
  merge: 'Images posted several times were merged into one image with the hashtags of all its posts.',
  first: 'Of images posted several times, only the first post is used.',
  keep: 'All copies of an image posted several times are in the same split.',
  off: 'Duplicates were not searched for, so the same image may be in training and in validation.',
};

/** The section about the evaluation: the metrics of model and baseline, a table for each split. */
export function runResults({ preparation, evaluations, otherEvaluations }: RunResults): Html {
  const counts = evaluations.map(({ images, split }) => counted(images, `${split} image`));
  const hits =
    preparation === null
      ? ''
      : `${DUPLICATES[preparation.settings.duplicates]} A prediction is a hit if it is any one of the image's hashtags; a correct class that nobody typed counts as wrong.`;
  const without = evaluations.flatMap(({ unmeasured, classes, split }) => {
    const text = unmeasuredText(unmeasured, classes, split);
    return text === undefined ? [] : [html`<p class="soft">${text}.</p>`];
  });
  return html`<h2>Evaluation</h2>
<p>The weights of <code>${evaluations[0]?.checkpoint ?? ''}</code> on ${counts.join(' and ')} that were not used for training, compared with the baseline: always predicting the most frequent classes.
${evaluations.length > 1 ? 'The checkpoint was chosen on validation, so report the figures on test. ' : ''}${hits}</p>
<div class="columns">${evaluations.map(splitCard)}</div>${without}${otherEvaluations.map(
    (other) =>
      html`<p class="soft">${evaluationFile(other.split)} is not shown, because it belongs to ${other.checkpoint}.</p>`,
  )}`;
}

function splitCard({ split, metrics, baseline, classes, unmeasured, duplicates }: Evaluation): Html {
  const row = (name: string, meaning: string, key: keyof Metrics) =>
    html`<tr><td><b>${name}</b> <span class="soft">${meaning}</span><td class="number">${percent(metrics[key])}<td class="number">${percent(baseline[key])}</tr>\n`;
  const measured = classes - unmeasured.length;
  const over = unmeasured.length === 0 ? `all ${classes}` : `${measured} of ${classes}`;
  return html`<div class="card"><h3>On ${split}</h3>
<table><tr><th>metric<th class="number">model<th class="number">baseline</tr>
${row('hit@1', "the top prediction is one of the image's labels", 'hitAt1')}${
  tellsHitAt5(classes) ? row('hit@5', 'one of the top five predictions is correct', 'hitAt5') : ''
}${row('mean average precision', `over ${over} ${classes === 1 ? 'class' : 'classes'}`, 'meanAveragePrecision')}</table>${duplicates === null ? '' : lowerBoundText(duplicates, classes)}</div>\n`;
}

/** The observed shares are upper bounds where training images show the same as evaluated ones; this is the lower one. */
function lowerBoundText({ images, confirmed, lowerBound }: EvaluationDuplicates, classes: number): Html {
  if (images === 0) return html`<p class="soft">No image has a duplicate in the training set.</p>`;
  const hitAt5 = tellsHitAt5(classes) ? html` and hit@5 at least ${percent(lowerBound.hitAt5)}` : '';
  return html`<p>${counted(images, 'image')} ${images === 1 ? 'has' : 'have'} a duplicate in the training set (${confirmed} confirmed, the others suspected). If ${images === 1 ? 'it counts' : 'all of them count'} as wrong, hit@1 is at least <b>${percent(lowerBound.hitAt1)}</b>${hitAt5}.</p>`;
}
