import type { Suggestion, TrainingSet } from '@hashsight/formats';
import { type Html, html, percent, type ReviewGroup, reviewPage, shownImages } from '@hashsight/pages';

/** File of corrections for `prepare`. */
export const CORRECTIONS_FILE = 'corrections.jsonl';
/** File that the page saves. */
const MARKS_FILE = 'corrections.marks.json';
/** Suggestions of each kind on the page; the file has all. */
const SHOWN = 300;

/** Identifies a suggestion in a file of marks. */
export function suggestionKey({ id, kind, hashtag }: Suggestion): string {
  return JSON.stringify([id, kind, hashtag]);
}

/** Content of a {@link cleanPage}. */
export interface CleanPage {
  readonly suggestions: readonly Suggestion[];
  readonly set: TrainingSet;
  /** The command that reads the marks, without them. */
  readonly command: string;
}

/** A page of the suggestions with their images, to be accepted or rejected. */
export async function cleanPage({ suggestions, set, command }: CleanPage): Promise<string> {
  const sources = new Map(set.train.map(({ id, image }) => [id, image]));
  const group = async (kind: Suggestion['kind'], title: string, text: string): Promise<ReviewGroup> => {
    const own = suggestions.filter((one) => one.kind === kind);
    const shown = own.slice(0, SHOWN);
    const images = await shownImages(shown.map(({ id }) => sources.get(id) ?? { file: '' }));
    const rest = own.length > shown.length ? ` The first ${SHOWN} of ${own.length} are shown.` : '';
    return {
      title,
      text: `${text}${rest}`,
      items: shown.map((one, i) => ({
        key: suggestionKey(one),
        body: suggestionFigure(one, images[i] ?? ''),
      })),
    };
  };
  return reviewPage({
    title: 'Tags to correct',
    intro: html`<p>Each suggestion comes from a probe that was fitted on other images; the figure is its probability of the tag. Accept what is right, save the marks, and run
<code>${command} --marks ${MARKS_FILE}</code>; then <code>hashsight prepare</code> takes <code>--corrections ${CORRECTIONS_FILE}</code>.</p>`,
    groups: [
      await group(
        'wrong',
        'Probably wrong',
        'The marked tag does not seem to belong to the image. Accept to remove it.',
      ),
      await group(
        'missing',
        'Probably missing',
        'The marked tag seems to belong to the image. Accept to add it.',
      ),
    ],
    verdicts: { yes: 'accept', no: 'reject' },
    kind: 'corrections',
    file: MARKS_FILE,
  });
}

function suggestionFigure(
  { image, labels, kind, hashtag, probability }: Suggestion,
  thumbnail: string,
): Html {
  const others = labels.filter((label) => label !== hashtag);
  const change = kind === 'wrong' ? html`remove <s>${hashtag}</s>` : html`add <b>${hashtag}</b>`;
  return html`<img src="${thumbnail}" alt="" loading="lazy"><figcaption><div>${change} <span class="soft">${percent(probability)}</span></div>
<div>${others.map((label) => html`<span class="tag">${label}</span>`)}</div><div class="soft">${image}</div></figcaption>`;
}
