import { Html } from './html.js';

/** The style sheet of a page; it refers to no other file. */
export const STYLE = new Html(`
:root { --ink: #17202c; --soft: #5b6472; --line: #e1e5eb; --paper: #fff; --back: #f5f6f8; --yes: #0b7a4b; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 40px 24px 64px; }
h1 { font-size: 34px; line-height: 1.2; margin: 0 0 8px; letter-spacing: -.01em; }
h2 { font-size: 22px; margin: 56px 0 6px; }
h3 { font-size: 16px; margin: 0 0 10px; }
p { max-width: 46em; margin: 6px 0 16px; }
.soft { color: var(--soft); }
.tiles, .columns, .images { display: grid; gap: 16px; }
.tiles { grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); margin: 28px 0 0; }
.columns { grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); align-items: start; }
.images { grid-template-columns: repeat(auto-fill, minmax(158px, 1fr)); margin-top: 16px; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; min-width: 0; }
.tile b { display: block; font-size: 30px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.card.below { margin-top: 16px; }
.columns > .card:only-child { max-width: 640px; }
.columns.even { align-items: stretch; }
.cards { display: flex; flex-wrap: wrap; gap: 16px; }
.cards .card { flex: 1 1 min(330px, 100%); }
.reasons td:first-child { overflow-wrap: normal; }
.merges td:first-child { width: 15%; }
.merges td:nth-child(2) { width: 24%; }
.small { font-size: 13px; }
.drawn { container-type: inline-size; }
.chart { display: block; width: 100%; height: auto; }
.chart.narrow { display: none; }
@container (max-width: 420px) { .chart.wide { display: none; } .chart.narrow { display: block; } }
nav { display: flex; flex-wrap: wrap; gap: 6px 20px; margin: 28px 0 -16px; font-size: 14px; }
a { color: #2856ad; text-decoration-color: #b9c8e6; text-underline-offset: 3px; }
.steps i { display: block; height: 6px; margin: 3px 0 2px; background: #eceff3; border-radius: 3px; position: relative; }
.steps i::after { content: ""; position: absolute; inset: 0 auto 0 var(--from); width: var(--share); min-width: 2px; border-radius: 3px; background: #3566c9; }
.steps .stays td { font-weight: 600; }
.steps td.number { width: 1%; padding-left: 20px; }
.steps span { display: block; }
.steps .goes span, .steps .part span { padding-left: 20px; }
.steps .goes i::after { background: #c9741a; }
.steps .part i::after { background: #0b7a4b; }
.ranking { list-style: none; margin: 0; padding: 0; columns: 3 240px; column-gap: 32px; font-size: 15px; }
.ranking li { display: flex; justify-content: space-between; gap: 12px; break-inside: avoid; padding: 3px 0 5px; margin-bottom: 4px; background: linear-gradient(#3566c9, #3566c9) 0 100% / var(--share) 2px no-repeat; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; }
.settings { margin: 0; columns: 2 340px; column-gap: 40px; font-size: 15px; }
.settings div { display: flex; justify-content: space-between; gap: 20px; padding: 6px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.settings dt { min-width: 0; color: var(--soft); }
.settings dt code { display: inline-block; }
.settings dd { margin: 0; flex: 0 0 auto; max-width: 60%; text-align: right; overflow-wrap: anywhere; }
.copied { display: grid; gap: 12px; grid-template-columns: repeat(8, 1fr); margin-bottom: 24px; }
.strip { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; }
.strip img { width: 100%; aspect-ratio: 1; object-fit: contain; border-radius: 4px; }
.pairs { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr)); }
.two { display: grid; grid-template-columns: 1fr 1fr; border-bottom: 1px solid var(--line); }
.two img { border-bottom: 0; }
.two img + img { border-left: 1px solid var(--line); }
h2 .soft, h3 .soft { font-weight: 400; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
td, th { text-align: left; padding: 6px 8px 6px 0; border-bottom: 1px solid var(--line); vertical-align: baseline; overflow-wrap: anywhere; }
th { font-weight: 600; color: var(--soft); font-size: 13px; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: 12px; white-space: nowrap; }
tr:last-child td { border-bottom: 0; }
figure { margin: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
figure img { display: block; width: 100%; aspect-ratio: 1; object-fit: contain; background: #fff; border-bottom: 1px solid var(--line); }
figcaption { padding: 8px 10px 10px; font-size: 13px; line-height: 1.45; overflow-wrap: anywhere; }
.tag { display: inline-block; margin: 0 6px 0 0; }
.guess { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; position: relative; padding: 1px 0 3px; }
.guess::after { content: ""; position: absolute; left: 0; bottom: 0; height: 2px; width: var(--share); background: currentcolor; opacity: .55; }
.guess.right { color: var(--yes); font-weight: 600; }
.guess.wrong { color: var(--soft); }
.truth { margin-bottom: 5px; padding-bottom: 4px; border-bottom: 1px dashed var(--line); }
.miss { border-color: #d9827a; }
.lead p { font-size: 18px; margin: 10px 0; max-width: 52em; }
.range { display: block; font-size: 12px; color: var(--soft); }
td.bar { width: 22%; padding-left: 16px; }
.bar i { display: block; position: relative; height: 10px; background: #eceff3; border-radius: 5px; }
.bar i::before { content: ""; position: absolute; inset: 0 calc(100% - var(--high)) 0 var(--low); background: #a9c0ec; border-radius: 5px; }
.bar i::after { content: ""; position: absolute; top: -2px; bottom: -2px; left: calc(var(--at) - 1px); width: 2px; background: #3566c9; }
.scroll { overflow-x: auto; }
.scroll table:not(.matrix) { min-width: 480px; }
.scroll table:not(.matrix) td:first-child { min-width: 10em; overflow-wrap: normal; }
.below { margin-top: 16px; }
.matrix { width: auto; font-size: 13px; }
.matrix caption { text-align: left; color: var(--soft); padding-bottom: 8px; }
.matrix td, .matrix th { padding: 4px 6px; text-align: center; border: 1px solid var(--line); min-width: 30px; white-space: nowrap; }
.matrix th:first-child { text-align: right; }
.matrix .turned { height: 110px; vertical-align: bottom; }
.matrix .turned span { writing-mode: vertical-rl; transform: rotate(180deg); }
.matrix .right { background: color-mix(in srgb, #0b7a4b calc(.6 * var(--share)), #fff); }
.matrix .wrong { background: color-mix(in srgb, #d05a4e var(--share), #fff); }
.strip.inset { padding: 8px 8px 0; }
figure.error { min-height: 150px; display: grid; grid-template-columns: 130px 1fr; }
figure.error > img { border-bottom: 0; border-right: 1px solid var(--line); height: 100%; aspect-ratio: auto; padding: 6px; }
.errors { grid-template-columns: repeat(auto-fill, minmax(min(500px, 100%), 1fr)); }
.error .strip { margin-top: 8px; font-size: 12px; line-height: 1.35; }
.error .strip img { border: 1px solid var(--line); }
.same { color: var(--yes); font-weight: 600; }
.samples { margin: 28px 0 -4px; }
footer { margin-top: 56px; font-size: 14px; color: var(--soft); }
code { font: 13px/1.5 ui-monospace, monospace; background: #eceff3; padding: 1px 5px; border-radius: 4px; white-space: nowrap; }
@media (max-width: 640px) {
  code { white-space: normal; overflow-wrap: anywhere; }
  main { padding: 28px 16px 48px; }
  .copied { grid-template-columns: repeat(4, 1fr); }
  .copied figcaption { padding: 4px 6px 6px; }
  .merges th { display: none; }
  .merges tr { display: grid; grid-template-columns: 1fr auto; padding: 8px 0; border-bottom: 1px solid var(--line); }
  .merges tr:first-child { display: none; }
  .merges td:nth-child(n) { border: 0; padding: 0; width: auto; }
  .merges td:nth-child(2), .merges td:nth-child(3) { grid-row: 2; grid-column: 1 / -1; }
  .merges td:nth-child(3) { grid-row: 3; }
}
`);
