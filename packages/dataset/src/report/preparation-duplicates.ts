import type { Preparation } from '@hashsight/formats';
import { counted, type Html, html, thousands } from '@hashsight/pages';
import { type ComparedPair, DUPLICATES_FILE, pairCards } from './duplicates-page.js';
import type { ManifestFigures } from './manifest-figures.js';

/** The duplicates shown in the report of a training set. */
export interface ShownDuplicates {
  /** Some of the pairs. `pairCount` is the number of pairs on the page of duplicates. */
  readonly pairs: readonly ComparedPair[];
  readonly pairCount: number;
  /** The images with the most posts, as `data:` URLs. */
  readonly mostCopied: readonly { readonly image: string; readonly copies: number }[];
}

const RULES: Readonly<Record<Preparation['settings']['duplicates'], string>> = {
  merge: 'The first image of each group is kept, with the labels of all.',
  first: 'The first image of each group is kept, with its own labels.',
  keep: 'All images are kept; those of a group are in the same split.',
  off: 'The search for duplicates was off: some images may be in several splits.',
};

/** The section about duplicates: their number, the images posted most often, and sample pairs. */
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
            html`<figure><img src="${image}" alt="" loading="lazy"><figcaption>${counted(copies, 'post')}</figcaption></figure>`,
        )}</div>`;
  const samples =
    pairs.length === 0
      ? ''
      : html`<h3>Pairs, the least similar first</h3>
${pairCards(pairs)}
<p><a href="${DUPLICATES_FILE}">${pairCount === 1 ? 'The pair on a page of its own' : `All ${thousands(pairCount)} pairs`}</a></p>`;
  const leftOut = [
    counts.duplicates > 0
      ? html`${postsWere(counts.duplicates)} left out as ${counts.duplicates === 1 ? 'a duplicate' : 'duplicates'}.`
      : '',
    settings.evaluationSets.length > 0
      ? html` ${postsWere(counts.inEvaluationSets)} left out because an evaluation set contains the image
(${settings.evaluationSets.join(', ')}).`
      : '',
  ];
  // Under the rule `keep`, only the pairs tell of duplicates, and a report made later does not have them.
  const isNone = groups.images + counts.duplicates + pairCount === 0 && settings.duplicates !== 'keep';
  return html`<p>Duplicates are images with the same bytes or pixels, or with a similar perceptual hash and similar
colours. ${RULES[settings.duplicates]} ${groups.images > 0 ? html`<b>${thousands(groups.images)}</b> ${groups.images === 1 ? 'image represents' : 'images represent'} ${counted(groups.posts, 'post')}. ` : ''}${isNone ? html`<b>None were found.</b>` : ''}${leftOut}</p>
${most}${samples}`;
}

function postsWere(count: number): Html {
  return html`<b>${thousands(count)}</b> ${count === 1 ? 'post was' : 'posts were'}`;
}
