import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Preparation } from '@hashsight/formats';
import { writeFileAtomic } from '@hashsight/formats/node';
import { counted, document, type Html, html } from '@hashsight/pages';
import type { DuplicatePair } from '../prepare/steps/duplicate-posts.js';

/** A pair of duplicate images as `data:` URLs. */
export interface ComparedPair extends Pick<DuplicatePair, 'kind' | 'distance' | 'where'> {
  readonly images: readonly { readonly name: string; readonly image: string }[];
}

/** File name of the page of duplicate pairs, next to the report of the training set. */
export const DUPLICATES_FILE = 'duplicates.html';

/**
 * Writes the page of duplicate and near-duplicate images. Without pairs, no page is written and an old one is removed.
 *
 * @throws InputError if the folder cannot be written to
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
  near: 'similar images',
};

function duplicatesPage(
  title: string,
  pairs: readonly ComparedPair[],
  counts: Preparation['counts'],
): string {
  const near = pairs.filter(({ kind }) => kind === 'near');
  const exact = pairs.filter(({ kind }) => kind !== 'near');
  const evaluation = counts.inEvaluationSets;
  const leftOut = (count: number) => `${counted(count, 'post')} ${count === 1 ? 'was' : 'were'} left out`;
  return document(
    `Duplicates · ${title}`,
    html`<h1>Duplicates</h1>
<p class="soft"><a href="report.html">${title}</a>: images that are equal or similar to an earlier one, which is shown on the
left. The page shows ${counted(pairs.length, 'pair')}. ${leftOut(counts.duplicates)} because another post has the same
image${evaluation > 0 ? `, and ${counted(evaluation, 'post')} because an evaluation set contains the image` : ''}.</p>
${section('Similar images', 'The least similar pairs come first; the distance is the number of different bits in the 64-bit perceptual hashes. If some pairs do not show the same image, the limit for near duplicates is too high.', near)}
${section('Equal images', 'The files or their pixels are equal.', exact)}
<footer>Written by <code>hashsight prepare</code>.</footer>`,
  );
}

function section(title: string, text: string, pairs: readonly ComparedPair[]): Html {
  if (pairs.length === 0) return html``;
  return html`<h2>${title} <span class="soft">${counted(pairs.length, 'pair')}</span></h2>
<p>${text}</p>
${pairCards(pairs)}`;
}

/** Pairs of images, each with the kind of match. */
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
