import { COLOURS, type Html, html, lineChart, percent } from '@hashsight/pages';
import type { CalibrationError } from '../../statistics/index.js';

/** How far the probabilities can be trusted. */
export interface Calibration {
  readonly before: CalibrationError;
  /** After division of the logits by the temperature; null if none could be fitted. */
  readonly after: CalibrationError | null;
  readonly temperature: number | null;
}

const SHARE = (value: number) => `${Math.round(100 * value)} %`;

/** Reliability before and after temperature scaling. */
export function calibrationSection({ before, after, temperature }: Calibration): Html {
  const series = [
    line('as trained', before, COLOURS.orange),
    ...(after === null ? [] : [line('with temperature', after, COLOURS.blue)]),
    { name: 'calibrated', points: [[0, 0] as const, [1, 1] as const], colour: '#9aa3b0', isDashed: true },
  ];
  const chart = lineChart({
    x: { name: 'confidence', min: 0, max: 1, format: SHARE },
    y: { name: 'share that is right', min: 0, max: 1, format: SHARE },
    series,
  });
  const figures =
    after === null || temperature === null
      ? html`Expected calibration error: <b>${percent(before.error)}</b>. No temperature was fitted, because no labelled images were left outside of the fit.`
      : html`Expected calibration error: <b>${percent(before.error)}</b> as trained, <b>${percent(after.error)}</b> with the temperature ${temperature.toFixed(2)}, which was fitted on labelled images outside of the fit.`;
  return html`<h3 class="samples">Calibration</h3>
<p>Of the predictions with a confidence of 80 %, 80 % should be right. ${figures}</p>
<div class="columns"><div class="card"><h3>Reliability on test</h3>${chart ?? ''}</div></div>`;
}

function line(name: string, { bins }: CalibrationError, colour: string) {
  const filled = bins.filter(({ images }) => images > 0);
  return {
    name,
    points: filled.map(({ confidence, accuracy }) => [confidence, accuracy] as const),
    colour,
    hasSymbols: true,
  };
}
