import type { DuplicateLine, SplitName, TrainingSet } from '@hashsight/formats';
import { type Html, html, type ReviewItem, reviewPage, shownImages } from '@hashsight/pages';

/** Content of a {@link duplicatesPage}. */
export interface DuplicatesPage {
  /** Path of the run, for the command that reads the marks. */
  readonly run: string;
  readonly split: SplitName;
  readonly set: TrainingSet;
  readonly pairs: readonly DuplicateLine[];
}

/** Pairs shown; the file has all of them. */
const SHOWN = 500;
const MARKS = { suspected: undefined, confirmed: 'yes', rejected: 'no' } as const;

/** Identifies a pair in a file of marks. */
export function pairKey({ evaluated, training }: DuplicateLine): string {
  return JSON.stringify([evaluated.id, training.id]);
}

/** A page of the pairs side by side, to be marked: the evaluated image on the left. */
export async function duplicatesPage({ run, split, set, pairs }: DuplicatesPage): Promise<string> {
  const shown = pairs.slice(0, SHOWN);
  const sources = (samples: TrainingSet['train']) => new Map(samples.map(({ id, image }) => [id, image]));
  const [evaluated, training] = [sources(set[split]), sources(set.train)];
  const images = shown.map((line) => [evaluated.get(line.evaluated.id), training.get(line.training.id)]);
  const thumbnails = await shownImages(images.flat().map((image) => image ?? { file: '' }));
  const items = shown.map((line, i): ReviewItem => {
    const body = pairFigure(line, [thumbnails[2 * i] ?? '', thumbnails[2 * i + 1] ?? '']);
    return { key: pairKey(line), body, mark: MARKS[line.status] };
  });
  const file = `duplicates.${split}.marks.json`;
  const rest = pairs.length > SHOWN ? ` The ${SHOWN} pairs with the highest scores are shown.` : '';
  return reviewPage({
    title: `Duplicates of ${split} images`,
    intro: html`<p>Images of the ${split} split (left) that may show the same as a training image (right): copies that were cropped,
mirrored, recolored, bordered, captioned, or encoded again.${rest} Mark them, save the marks, and run
<code>hashsight duplicates --run ${run} --split ${split} --marks ${file}</code>. A pair counts as a duplicate until it is rejected.</p>`,
    groups: [
      {
        title: 'Suspected pairs',
        text:
          items.length === 0
            ? ''
            : 'The likeliest first. A drawing of the same thing by another hand is a different image.',
        items,
      },
    ],
    verdicts: { yes: 'same image', no: 'different' },
    kind: 'duplicates',
    file,
  });
}

function pairFigure(line: DuplicateLine, images: readonly [string, string]): Html {
  const { evaluated, training, score, similarity, hashDistance, isMirrored } = line;
  return html`<div class="two">${images.map((image) => html`<img src="${image}" alt="" loading="lazy">`)}</div>
<figcaption><div>${evaluated.image}</div><div>${training.image}</div><div class="soft">score ${score.toFixed(2)}${isMirrored ? ', mirrored' : ''}; features ${similarity.toFixed(2)}, hashes ${hashDistance} ${hashDistance === 1 ? 'bit' : 'bits'} apart</div></figcaption>`;
}
