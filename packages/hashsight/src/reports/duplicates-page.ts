import type { DuplicatePair } from '../dataset/index.js';
import { type Html, html } from './html.js';
import { STYLE } from './style.js';

/** Two pictures side by side, as `data:` addresses. */
export interface ComparedPair extends Pick<DuplicatePair, 'kind' | 'distance' | 'where'> {
  readonly pictures: readonly { readonly name: string; readonly picture: string }[];
}

const KINDS: Readonly<Record<DuplicatePair['kind'], string>> = {
  bytes: 'the same file',
  pixels: 'the same pixels',
  near: 'looks the same',
};

/** The page of pictures that are the same as another, or look so. */
export function duplicatesPage(title: string, pairs: readonly ComparedPair[]): string {
  const near = pairs.filter(({ kind }) => kind === 'near');
  const exact = pairs.filter(({ kind }) => kind !== 'near');
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Duplicates · ${title} · Hashsight</title>
<style>${STYLE}</style>
<main>
<h1>Duplicates</h1>
<p class="soft">${title}: pictures that are the same as an earlier one, or look so. The left one came first.</p>
${section('They look the same', 'The least alike first: the number is how many of the 64 bits of their perceptual hashes differ. Are there pairs here that you would not call the same?', near)}
${section('They are the same', 'Byte for byte, or pixel for pixel.', exact)}
</main>
</html>
`.text;
}

function section(title: string, text: string, pairs: readonly ComparedPair[]): Html {
  if (pairs.length === 0) return html``;
  return html`<h2>${title}</h2>
<p>${text}</p>
<div class="pairs">${pairs.map(pairCard)}</div>`;
}

/** A pair with what makes it one. */
export function pairCard({ kind, distance, where, pictures }: ComparedPair): Html {
  const bits = kind === 'near' ? `, ${distance} ${distance === 1 ? 'bit' : 'bits'} apart` : '';
  return html`<div class="card pair"><div class="two">${pictures.map(
    ({ name, picture }) =>
      html`<figure><img src="${picture}" alt="" loading="lazy"><figcaption>${name}</figcaption></figure>`,
  )}</div><p class="soft">${KINDS[kind]}${bits}${where === 'evaluation' ? '; the first is in an evaluation set' : ''}</p></div>`;
}
