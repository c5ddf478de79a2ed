import { type Html, html } from './html.js';
import { STYLE } from './style.js';

/** A page as one self-contained HTML file. */
export function document(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Hashsight</title>
<style>${STYLE}</style>
<main>
${body}
</main>
</html>
`.text;
}
