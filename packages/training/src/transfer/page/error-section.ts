import type { TaskResults } from '@hashsight/formats';
import { counted, type Html, html } from '@hashsight/pages';
import type { ShownResult } from './task-page.js';

/** A test image that is predicted wrong, and the labelled images nearest to it. */
export interface ErrorFigure {
  readonly image: string;
  readonly truth: readonly string[];
  readonly predicted: string;
  readonly probability: number;
  readonly nearest: readonly {
    readonly image: string;
    readonly labels: readonly string[];
    /** Cosine similarity of the features. */
    readonly similarity: number;
  }[];
}

/** The most confident errors, each with the labelled images nearest to it. */
export function errorSection({ images }: TaskResults, { errors, errorCount }: ShownResult): Html {
  if (errors.length === 0)
    return html`<h3 class="samples">Errors</h3><p>Every test image is predicted right.</p>`;
  const shown = errors.length < errorCount ? `, here the ${errors.length} most confident ones` : '';
  return html`<h3 class="samples">Errors and the labelled images nearest to them</h3>
<p>${counted(errorCount, 'error')} on ${counted(images.test, 'test image')}${shown}. Below each, the labelled images with the most similar features, in green where they have its class: a near image of another class may be a wrong label, or a difference that the network does not see.</p>
<div class="pairs errors">${errors.map(errorFigure)}</div>`;
}

function errorFigure({ image, truth, predicted, probability, nearest }: ErrorFigure): Html {
  return html`<figure class="error"><img src="${image}" alt="" loading="lazy"><figcaption>
<b>${truth.join(', ')}</b>, predicted as <b>${predicted}</b> (${Math.round(100 * probability)} %)
<div class="strip">${nearest.map(
    ({ image: near, labels, similarity }) =>
      html`<div><img src="${near}" alt="" loading="lazy"><span class="${labels.some((label) => truth.includes(label)) ? 'same' : 'soft'}">${labels.join(', ')}</span> <span class="soft">${similarity.toFixed(2)}</span></div>`,
  )}</div></figcaption></figure>\n`;
}
