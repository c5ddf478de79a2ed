import type { TaskResults, TransferForecast } from '@hashsight/formats';
import { type Html, html, percent, thousands } from '@hashsight/pages';

/** How many labels each class still needs, or why that cannot be told. */
export function forecastSection({ forecast, entries }: TaskResults): Html {
  if (forecast === null) return html``;
  const { target, level, refusal, classes, entry } = forecast;
  const goal = `${Math.round(100 * target)} %`;
  const start = html`<h2>How many labels are still needed?</h2>
<p>For ${goal} of a class's test images, continued from the results of ${entries[entry]?.title ?? ''} with fewer labels. Each forecast is tested first: fitted on the results with at most half of the labels, it must foresee the result with all of them.</p>`;
  if (refusal !== null) return html`${start}<p><b>No forecast</b>: ${refusal}.</p>`;
  const sorted = [...classes].sort((a, b) => b.score - a.score);
  return html`${start}
<div class="card"><table><tr><th>class<th class="number">labels now<th class="number">right now<th class="number">labels for ${goal}<th class="number">${Math.round(100 * level)} % interval<th></tr>
${sorted.map((one) => row(one))}</table></div>`;
}

function row({ name, labels, score, refusal, needed }: TransferForecast['classes'][number]): Html {
  const start = html`<tr><td>${name}<td class="number">${count(labels)}<td class="number">${percent(score)}`;
  if (needed === null)
    return html`${start}<td class="number">–<td class="number">–<td class="soft small">${refusal ?? ''}</tr>\n`;
  const most = `more than ${count(10 * labels)}, if ever`;
  const shown = (value: number | null) => (value === null ? most : count(Math.max(value, labels)));
  if (needed.high !== null && needed.high <= labels) {
    return html`${start}<td class="number">reached<td class="number">–<td></tr>\n`;
  }
  const interval = needed.low === null ? '–' : `${shown(needed.low)} to ${shown(needed.high)}`;
  return html`${start}<td class="number">${shown(needed.estimate)}<td class="number">${interval}<td></tr>\n`;
}

function count(labels: number): string {
  return thousands(Math.round(labels));
}
