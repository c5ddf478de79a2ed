import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Preparation } from '@hashsight/formats';
import { writeFileAtomic } from '@hashsight/formats/node';
import { document, type Html, html, thousands } from '@hashsight/pages';
import type { DuplicatePair } from '../prepare/steps/duplicate-posts.js';

/** Two images side by side, as `data:` addresses. */
export interface ComparedPair extends Pick<DuplicatePair, 'kind' | 'distance' | 'where'> {
  readonly images: readonly { readonly name: string; readonly image: string }[];
}

/** The page of pairs, beside the page of the training set. */
export const DUPLICATES_FILE = 'duplicates.html';

/**
 * Writes the page of images that are the same as another, or look so. Without pairs there is no page, and an old one is
 * removed.
 *
 * @throws InputError when the folder cannot be written to
 */
export async function writeDuplicatesPage(
  dir: string,
  pairs: readonly ComparedPair[],
  { title, counts }: { readonly title: string; readonly counts: Preparation['counts'] },
): Promise<void> {
  const file = path.join(dir, DUPLICATES_FILE);
  if (pairs.length > 0) await writeFileAtomic(file, duplicatesPage(title, pairs, counts));
  else await rm(file, { force: true });
}

const KINDS: Readonly<Record<DuplicatePair['kind'], string>> = {
  bytes: 'the same file',
  pixels: 'the same pixels',
  near: 'look the same',
};

function duplicatesPage(
  title: string,
  pairs: readonly ComparedPair[],
  counts: Preparation['counts'],
): string {
  const near = pairs.filter(({ kind }) => kind === 'near');
  const exact = pairs.filter(({ kind }) => kind !== 'near');
  const evaluation = counts.inEvaluationSets;
  return document(
    `Duplicates · ${title}`,
    html`<h1>Duplicates</h1>
<p class="soft"><a href="report.html">${title}</a>: images that are the same as an earlier one, or look so. The left one
came first. ${thousands(pairs.length)} pairs to look at; ${thousands(counts.duplicates)} posts were left out for having the
image of another post${evaluation > 0 ? `, ${thousands(evaluation)} for having one of an evaluation set` : ''}.</p>
${section('They look the same', 'The least alike first: so many of the 64 bits of their perceptual hashes differ. Are there pairs here that you would not call the same?', near)}
${section('They are the same', 'Byte for byte, or pixel for pixel.', exact)}
<footer>Written by <code>hashsight prepare</code>.</footer>`,
  );
}

function section(title: string, text: string, pairs: readonly ComparedPair[]): Html {
  if (pairs.length === 0) return html``;
  return html`<h2>${title} <span class="soft">${thousands(pairs.length)} pairs</span></h2>
<p>${text}</p>
${pairCards(pairs)}`;
}

/** Pairs of images, each with what makes it one. */
export function pairCards(pairs: readonly ComparedPair[]): Html {
  return html`<div class="pairs">${pairs.map(pairCard)}</div>`;
}

function pairCard({ kind, distance, where, images }: ComparedPair): Html {
  const bits = kind === 'near' ? `, ${distance} ${distance === 1 ? 'bit' : 'bits'} apart` : '';
  const side = where === 'evaluation' ? '; the left one is in an evaluation set' : '';
  return html`<figure class="pair"><div class="two">${images.map(
    ({ image }) => html`<img src="${image}" alt="" loading="lazy">`,
  )}</div><figcaption>${images.map(({ name }) => html`<div>${name}</div>`)}<div class="soft">${KINDS[kind]}${bits}${side}</div></figcaption></figure>\n`;
}
