import type { TaskResults, TransferResults } from '@hashsight/formats';
import { counted, document, type Html, html, percent, thousands } from '@hashsight/pages';
import { type LedgerLine, openingsText } from '../../evaluation/ledger.js';
import { METRIC_TITLES, type MetricName } from '../scores.js';
import { type Calibration, calibrationSection } from './calibration-section.js';
import { type ClassRow, classSection } from './class-section.js';
import { type Confusions, confusionSection } from './confusion-section.js';
import { curveSection } from './curve-section.js';
import { type ErrorFigure, errorSection } from './error-section.js';
import { forecastSection } from './forecast-section.js';

/** The result that the page looks at closely: the first seed of a pretrained entry, with the most labels. */
export interface ShownResult {
  /** Index of its entry, and `all 42 labels a class`. */
  readonly entry: number;
  readonly labels: string;
  readonly classes: readonly ClassRow[];
  /** Title of the entry that the classes are compared with; null if there is none. */
  readonly baseline: string | null;
  /** Null with several labels an image. */
  readonly confusions: Confusions | null;
  readonly calibration: Calibration | null;
  readonly errors: readonly ErrorFigure[];
  readonly errorCount: number;
}

/** Contents of the page of a task. */
export interface TaskPage {
  readonly task: TaskResults;
  readonly models: TransferResults['models'];
  readonly shown: ShownResult;
  /** Lines of the ledger about this test set. */
  readonly openings: readonly LedgerLine[];
}

/** Renders the page of a task as one self-contained HTML file. */
export function taskPage(page: TaskPage): string {
  const { task, models, shown, openings } = page;
  const title = `Transfer to ${task.name}`;
  return document(
    title,
    html`<h1>${title}</h1>
<p class="soft">${counted(task.classes.length, 'class', 'classes')}, ${task.kind === 'single' ? 'one label an image' : 'several labels an image'}. ${networksText(models)}</p>
${sentences(task)}
${tiles(page)}
${curveSection(task)}
${forecastSection(task)}
<h2>A closer look <span class="soft">at ${task.entries[shown.entry]?.title ?? ''} with ${shown.labels}</span></h2>
<p>The first of the seeds, on ${counted(task.images.test, 'test image')}.</p>
${classSection(task, shown)}
${shown.confusions === null ? '' : confusionSection(shown.confusions)}
${shown.calibration === null ? '' : calibrationSection(shown.calibration)}
${errorSection(task, shown)}
${ledgerSection(openings)}
${notesSection(task)}
<footer>Written by <code>hashsight transfer</code>. Intervals are 95 % confidence intervals.</footer>`,
  );
}

function networksText(models: TransferResults['models']): Html {
  const named = models.map(
    ({ name, architecture, imageSize }) => html`<b>${name}</b> (${architecture} at ${imageSize} pixels)`,
  );
  return html`Pretrained: ${named.map((one, i) => (i === 0 ? one : html`, ${one}`))}.`;
}

function sentences({ sentences: all }: TaskResults): Html {
  return html`<div class="lead">${all.map((sentence) => html`<p>${capitalized(sentence)}.</p>\n`)}</div>`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tiles({ task, shown }: TaskPage): Html {
  const { images, entries, openings, copies } = task;
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>\n`;
  const metric = METRIC_TITLES[task.metric as MetricName];
  const main = entries[shown.entry];
  const others = entries.filter(({ isPretrained }) => !isPretrained);
  const last = (entry: (typeof entries)[number] | undefined) => entry?.points.at(-1);
  const bound = last(main)?.lowerBound ?? null;
  return html`<div class="tiles">
${tile(thousands(images.train + images.validation), `labelled images to learn from; ${thousands(images.test)} for test`)}
${tile(percent(last(main)?.mean ?? 0), `${metric} of ${main?.title ?? ''} with ${shown.labels}${bound === null ? '' : `; at least ${percent(bound)} if the ${counted(copies, 'copy', 'copies')} in test count as wrong`}`)}
${others.map((entry) => tile(percent(last(entry)?.mean ?? 0), `${entry.title}, with the same labels`))}
${tile(openings === 1 ? 'once' : `${openings} ×`, 'the test labels have been opened')}
</div>`;
}

function ledgerSection(openings: readonly LedgerLine[]): Html {
  const rows = openings.map(
    ({ time, models, settings, results, out }) =>
      html`<tr><td>${time.slice(0, 16).replace('T', ' ')}<td>${models.join(', ')}<td>${settingsText(settings)}<td class="number">${results}<td>${out}</tr>\n`,
  );
  return html`<h2>Ledger</h2>
<p>Test labels are read by one function, which notes each opening. The test set was ${openingsText(openings.length)}. Each further look makes the figures a little more optimistic.</p>
<div class="card"><table class="small"><tr><th>time (UTC)<th>networks<th>settings<th class="number">results<th>folder</tr>
${rows}</table></div>`;
}

function settingsText(settings: LedgerLine['settings']): string {
  const { how, shots, seeds } = settings as { how?: string[]; shots?: (string | number)[]; seeds?: number };
  return `${(how ?? []).join(', ')}; ${(shots ?? []).join(', ')} labels a class; ${counted(seeds ?? 1, 'seed')}`;
}

function notesSection({ notes }: TaskResults): Html {
  if (notes.length === 0) return html``;
  return html`<h2>Notes on the data</h2>
<ul>${notes.map((note) => html`<li>${note}</li>\n`)}</ul>`;
}
