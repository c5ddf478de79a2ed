export { type Axis, barChart, COLOURS, lineChart, type Series, shortNumber } from './charts.js';
export { drawn } from './drawn.js';
export { Html, html } from './html.js';
export { logSpaced } from './log-spaced.js';
export { percent, thousands } from './numbers.js';
export { document } from './page.js';
export { shownImages } from './shown-images.js';
export { STYLE } from './style.js';
export { thumbnail } from './thumbnails.js';
