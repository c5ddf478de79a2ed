import type { TaskResults } from '@hashsight/formats';
import { type Html, html, percent, thousands } from '@hashsight/pages';
import type { ShownResult } from './task-page.js';

/** The score of a class on its test images. */
export interface ClassRow {
  readonly name: string;
  /** Labelled images to learn from, and test images. */
  readonly labelled: number;
  readonly support: number;
  /** With its interval; null without test images. */
  readonly score: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** The score of the baseline. */
  readonly baseline: number | null;
}

/** Maximum number of classes in the table: the best and the worst half. */
const SHOWN = 60;

/** Scores by class, worst first, with intervals and support. */
export function classSection({ kind }: TaskResults, { classes, baseline }: ShownResult): Html {
  const sorted = [...classes].sort((a, b) => (a.score?.estimate ?? 2) - (b.score?.estimate ?? 2));
  const half = SHOWN / 2;
  const rows = sorted.length > SHOWN ? [...sorted.slice(0, half), null, ...sorted.slice(-half)] : sorted;
  const score = kind === 'single' ? 'right, %' : 'average precision, %';
  const scores = classes.flatMap((row) => (row.score === null ? [] : [row.score.estimate]));
  const mean = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
  return html`<h3 class="samples">By class</h3>
<p>The mean over the classes is ${percent(mean)}.</p>
<div class="card below"><table class="classes"><tr><th>class<th class="number">labelled<th class="number">test<th class="number">${score}<th class="number">interval<th class="bar">${baseline === null ? '' : html`<th class="number">${baseline}, %`}</tr>
${rows.map((row) => (row === null ? html`<tr><td colspan="7" class="soft">${sorted.length - SHOWN} classes between them</tr>` : classRow(row, baseline !== null)))}</table></div>`;
}

function classRow({ name, labelled, support, score, baseline }: ClassRow, hasBaseline: boolean): Html {
  const figures =
    score === null
      ? html`<td class="number">–<td class="number">–<td class="bar">`
      : html`<td class="number">${percentOf(score.estimate)}<td class="number soft">${percentOf(score.low)}–${percentOf(score.high)}<td class="bar"><i style="--low: ${100 * score.low}%; --high: ${100 * score.high}%; --at: ${100 * score.estimate}%"></i>`;
  const other = baseline === null ? '–' : percentOf(baseline);
  return html`<tr><td>${name}<td class="number">${thousands(labelled)}<td class="number">${thousands(support)}${figures}${hasBaseline ? html`<td class="number">${other}` : ''}</tr>\n`;
}

function percentOf(share: number): string {
  return (100 * share).toFixed(0);
}
