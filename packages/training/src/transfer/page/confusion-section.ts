import { counted, type Html, html } from '@hashsight/pages';

/** A pair of classes that are confused. */
export interface Confusion {
  readonly truth: string;
  readonly predicted: string;
  readonly count: number;
  /** Test images of the true class. */
  readonly support: number;
  /** Images of the pair, as `data:` URLs. */
  readonly images: readonly string[];
}

/** Which classes are taken for which. */
export interface Confusions {
  /** `[K][K]`, true class by predicted class; null with too many classes for a matrix. */
  readonly matrix: readonly (readonly number[])[] | null;
  readonly names: readonly string[];
  /** The most frequent pairs, most frequent first. */
  readonly pairs: readonly Confusion[];
}

/** Confusions as a matrix, and the most frequent ones with their images. */
export function confusionSection({ matrix, names, pairs }: Confusions): Html {
  return html`<h3 class="samples">Confusions</h3>
${matrix === null ? '' : html`<div class="card below scroll">${matrixTable(matrix, names)}</div>`}
<div class="pairs below">${pairs.map(pairFigure)}</div>`;
}

function matrixTable(matrix: readonly (readonly number[])[], names: readonly string[]): Html {
  const rows = matrix.map((row, truth) => {
    const total = Math.max(
      1,
      row.reduce((sum, count) => sum + count, 0),
    );
    const cells = row.map((count, predicted) => {
      const kind = count === 0 ? '' : truth === predicted ? 'right' : 'wrong';
      return html`<td class="${kind}" style="--share: ${Math.round((100 * count) / total)}%">${count === 0 ? '' : count}`;
    });
    return html`<tr><th>${names[truth] ?? ''}${cells}</tr>\n`;
  });
  return html`<table class="matrix"><caption>rows: true class, columns: predicted class, in the same order; test images</caption>
<tr><td>${names.map((name) => html`<th class="turned"><span>${name}</span>`)}</tr>
${rows}</table>`;
}

function pairFigure({ truth, predicted, count, support, images }: Confusion): Html {
  return html`<figure><div class="strip inset">${images.map((image) => html`<img src="${image}" alt="" loading="lazy">`)}</div>
<figcaption><b>${truth}</b> predicted as <b>${predicted}</b>: ${count} of ${counted(support, 'image')}</figcaption></figure>\n`;
}
