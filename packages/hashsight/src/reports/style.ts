import { Html } from './html.js';

/** The page's only style sheet: it needs nothing from outside. */
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
.tiles, .columns, .pictures { display: grid; gap: 16px; }
.tiles { grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); margin: 28px 0 0; }
.columns { grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); align-items: start; }
.pictures { grid-template-columns: repeat(auto-fill, minmax(158px, 1fr)); margin-top: 16px; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; min-width: 0; }
.tile b { display: block; font-size: 30px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.card:has(.chart), .card:has(table) { overflow-x: auto; }
.chart { display: block; width: 100%; min-width: 440px; height: auto; }
.strip { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; }
.strip img { width: 100%; aspect-ratio: 1; object-fit: contain; border-radius: 4px; }
.columns > .card:only-child { max-width: 640px; }
.pairs { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr)); }
.pair { padding: 12px; }
.pair p { margin: 8px 2px 0; font-size: 13px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
h3 .soft { font-weight: 400; }
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
.miss { border-color: #ecc7c3; }
footer { margin-top: 56px; font-size: 14px; color: var(--soft); }
code { font: 13px/1.5 ui-monospace, monospace; background: #eceff3; padding: 1px 5px; border-radius: 4px; overflow-wrap: anywhere; }
`);
