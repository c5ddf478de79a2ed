import type { ReviewMarks } from '@hashsight/formats';
import { Html, html } from './html.js';
import { counted } from './numbers.js';
import { document } from './page.js';

/** An item of a {@link reviewPage}. */
export interface ReviewItem {
  /** Identifies the item in the saved file. */
  readonly key: string;
  readonly body: Html;
  /** The verdict of an earlier review. */
  readonly mark?: 'yes' | 'no' | undefined;
}

/** A list of items under a heading. */
export interface ReviewGroup {
  readonly title: string;
  readonly text: string;
  readonly items: readonly ReviewItem[];
}

/** Content of a {@link reviewPage}. */
export interface Review {
  readonly title: string;
  readonly intro: Html;
  readonly groups: readonly ReviewGroup[];
  /** Words for the two verdicts. */
  readonly verdicts: { readonly yes: string; readonly no: string };
  readonly kind: ReviewMarks['kind'];
  /** Name of the file that the page saves. */
  readonly file: string;
}

/**
 * A page to look at items one by one and mark them, with the mouse or the keyboard. The marks stay in the browser and are saved
 * as a file (`reviewMarksSchema`) that a command reads back. The page is one self-contained file.
 */
export function reviewPage({ title, intro, groups, verdicts, kind, file }: Review): string {
  const shown = groups.filter(({ items }) => items.length > 0);
  return document(
    title,
    html`<style>${REVIEW_STYLE}</style>
<h1>${title}</h1>
${intro}
<div class="bar" data-kind="${kind}" data-file="${file}"><span><b id="done">0</b> of ${shown.reduce((sum, { items }) => sum + items.length, 0)} marked</span>
<span class="keys"><kbd>Y</kbd> ${verdicts.yes} <kbd>N</kbd> ${verdicts.no} <kbd>U</kbd> unmark <kbd>←</kbd> <kbd>→</kbd> move</span>
<button id="save" type="button">Save marks</button></div>
${shown.map(
  (group) => html`<h2>${group.title} <span class="soft">${counted(group.items.length, 'item')}</span></h2>
<p>${group.text}</p>
<div class="review">${group.items.map((item) => reviewItem(item, verdicts))}</div>`,
)}
<script>${new Html(SCRIPT)}</script>`,
  );
}

function reviewItem({ key, body, mark }: ReviewItem, verdicts: Review['verdicts']): Html {
  return html`<figure tabindex="0" data-key="${key}" data-mark="${mark ?? ''}">${body}
<div class="verdicts"><button type="button" data-verdict="yes">${verdicts.yes}</button><button type="button" data-verdict="no">${verdicts.no}</button></div></figure>
`;
}

const REVIEW_STYLE = new Html(`
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; margin: 24px 0 0; padding: 10px 0; background: var(--back); border-bottom: 1px solid var(--line); }
.bar .keys { color: var(--soft); font-size: 14px; }
kbd { font: 12px ui-monospace, monospace; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); padding: 1px 5px; margin-left: 10px; }
button { font: inherit; font-size: 14px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); padding: 5px 12px; cursor: pointer; }
#save { margin-left: auto; background: #2856ad; border-color: #2856ad; color: #fff; }
#save:disabled { opacity: .45; cursor: default; }
.review { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr)); }
.review figure { scroll-margin: 80px; }
.review figure:focus { outline: 3px solid #3566c9; outline-offset: 1px; }
.verdicts { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; padding: 0 10px 10px; }
[data-mark=yes] { border-color: #0b7a4b; }
[data-mark=no] { border-color: #b5473c; }
[data-mark=yes] [data-verdict=yes] { background: #0b7a4b; border-color: #0b7a4b; color: #fff; }
[data-mark=no] [data-verdict=no] { background: #b5473c; border-color: #b5473c; color: #fff; }
`);

/** Runs in the browser. */
const SCRIPT = `
const bar = document.querySelector('.bar');
const figures = [...document.querySelectorAll('figure[data-key]')];
const store = 'hashsight ' + bar.dataset.file + ' ' + location.pathname;
try {
  const kept = JSON.parse(localStorage.getItem(store) ?? '{}');
  for (const figure of figures) if (figure.dataset.key in kept) figure.dataset.mark = kept[figure.dataset.key];
} catch {}
const marks = () => Object.fromEntries(figures.filter((f) => f.dataset.mark).map((f) => [f.dataset.key, f.dataset.mark]));
function show() {
  const done = Object.keys(marks()).length;
  document.getElementById('done').textContent = done;
  document.getElementById('save').disabled = done === 0;
  try { localStorage.setItem(store, JSON.stringify(Object.fromEntries(figures.map((f) => [f.dataset.key, f.dataset.mark])))); } catch {}
}
function mark(figure, verdict) {
  figure.dataset.mark = verdict;
  show();
}
const at = () => figures.indexOf(document.activeElement?.closest('figure[data-key]'));
function move(step) {
  const next = figures[Math.min(figures.length - 1, Math.max(0, at() + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
for (const figure of figures) {
  for (const button of figure.querySelectorAll('[data-verdict]')) {
    button.addEventListener('click', () => {
      const { verdict } = button.dataset;
      mark(figure, figure.dataset.mark === verdict ? '' : verdict);
    });
  }
}
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const verdict = { y: 'yes', n: 'no', u: '' }[event.key.toLowerCase()];
  if (event.key === 'ArrowRight') move(1);
  else if (event.key === 'ArrowLeft') move(at() < 0 ? 1 : -1);
  else if (verdict !== undefined && at() < 0) move(1);
  else if (verdict !== undefined) { mark(figures[at()], verdict); if (verdict !== '') move(1); }
  else return;
  event.preventDefault();
});
document.getElementById('save').addEventListener('click', () => {
  const text = JSON.stringify({ version: 1, kind: bar.dataset.kind, marks: marks() }, null, 2) + '\\n';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = bar.dataset.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
show();
`;
