import type { Preparation } from '@hashsight/formats';
import { type Html, html, thousands } from '@hashsight/pages';
import { type ComparedPair, DUPLICATES_FILE, pairCards } from './duplicates-page.js';
import type { ManifestFigures } from './manifest-figures.js';

/** What the page of a training set shows of the images that were posted several times. */
export interface ShownDuplicates {
  /** Some of the pairs, and how many the page of pairs has. */
  readonly pairs: readonly ComparedPair[];
  readonly pairCount: number;
  /** Images that many posts have, as `data:` addresses. */
  readonly mostCopied: readonly { readonly image: string; readonly copies: number }[];
}

const RULES: Readonly<Record<Preparation['settings']['duplicates'], string>> = {
  merge: 'The first of each group stays, with the labels of all.',
  first: 'The first of each group stays, with its own labels.',
  keep: 'All stay, on the same side of the split.',
  off: 'Images that were posted several times were not looked for: some may stand on both sides of the split.',
};

/** Images that are the same as another, or look so: how many, which most often, and some pairs. */
export function duplicatesSection(
  { settings, counts }: Preparation,
  { groups }: ManifestFigures,
  { pairs, pairCount, mostCopied }: ShownDuplicates,
): Html {
  if (settings.duplicates === 'off') return html`<p>${RULES.off}</p>`;
  const most =
    mostCopied.length === 0
      ? ''
      : html`<h3>Posted most often</h3>
<div class="copied">${mostCopied.map(
          ({ image, copies }) =>
            html`<figure><img src="${image}" alt="" loading="lazy"><figcaption>${thousands(copies)} posts</figcaption></figure>`,
        )}</div>`;
  const some =
    pairs.length === 0
      ? ''
      : html`<h3>Pairs, from the least alike on</h3>
${pairCards(pairs)}
<p><a href="${DUPLICATES_FILE}">All ${thousands(pairCount)} pairs to look at</a></p>`;
  const leftOut = [
    counts.duplicates > 0 ? html`<b>${thousands(counts.duplicates)}</b> posts were left out for it.` : '',
    settings.evaluationSets.length > 0
      ? html` <b>${thousands(counts.inEvaluationSets)}</b> were left out for having an image of an evaluation set
(${settings.evaluationSets.join(', ')}).`
      : '',
  ];
  return html`<p>Images with the same bytes or pixels, and those that look the same by a perceptual hash and by their
colours. ${RULES[settings.duplicates]} ${groups.images > 0 ? html`<b>${thousands(groups.images)}</b> images stand for ${thousands(groups.posts)} posts. ` : ''}${leftOut}</p>
${most}${some}`;
}
