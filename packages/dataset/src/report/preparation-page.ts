import type { HeldOutSplit, Preparation, Vocabulary } from '@hashsight/formats';
import { countsTable, document, type Html, html, longTail, thousands } from '@hashsight/pages';
import type { WordNet } from '../hashtags/wordnet/wordnet.js';
import type { PreparedTrainingSet } from '../prepare/prepare.js';
import type { ManifestFigures } from './manifest-figures.js';
import {
  biggestClasses,
  classCards,
  droppedCards,
  labelsChart,
  mergesTable,
  type ShownClass,
  targetsTable,
} from './preparation-classes.js';
import { duplicatesSection, type ShownDuplicates } from './preparation-duplicates.js';
import { noiseText, samplingSection } from './preparation-sampling.js';
import { settingsTable } from './preparation-settings.js';

/** Everything that the page of a training set shows. */
export interface PreparationPage {
  readonly title: string;
  readonly preparation: Preparation;
  readonly vocabulary: Vocabulary;
  readonly wordnet: WordNet;
  readonly figures: ManifestFigures;
  readonly classes: readonly ShownClass[];
  readonly duplicates: ShownDuplicates;
  /** With the rule `match`, what was found for each class of the task. */
  readonly targets?: NonNullable<PreparedTrainingSet['targets']>;
}

/** A part of the page that its beginning links to; none where there is nothing to tell. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html | undefined;
}

/** The page of a training set. */
export function preparationPage(page: PreparationPage): string {
  const { title, preparation } = page;
  const sections = sectionsOf(page).filter(({ body }) => body !== undefined);
  const images = preparation.settings.readImages
    ? ''
    : ' It holds vocabulary and labels only: no image was read, and there is nothing to train on yet.';
  return document(
    title,
    html`<h1>${title}</h1>
<p class="soft">A training set made of posts: images, and the hashtags that people gave them.${images}</p>
${tiles(page)}
<nav>${sections.map(({ id, title: name }) => html`<a href="#${id}">${name}</a> `)}</nav>
${sections.map(({ id, title: name, body = '' }) => html`<section id="${id}"><h2>${name}</h2>\n${body}</section>\n`)}
<footer>Written by <code>hashsight prepare</code>.</footer>`,
  );
}

function sectionsOf(page: PreparationPage): readonly Section[] {
  const { preparation, vocabulary, figures, classes, targets } = page;
  return [
    {
      id: 'posts',
      title: 'From posts to images',
      body: html`<div class="card">${countsTable(preparation)}</div>`,
    },
    { id: 'tail', title: 'The long tail', body: tailSection(page) },
    {
      id: 'task',
      title: 'The classes of the task',
      body:
        targets &&
        html`<p>Which hashtags fit the classes of <code>${preparation.settings.vocabulary}</code>.</p>
<div class="card">${targetsTable(targets)}</div>`,
    },
    { id: 'merged', title: 'What came together', body: mergedSection(page) },
    { id: 'dropped', title: 'What was dropped', body: droppedSection(vocabulary) },
    {
      id: 'classes',
      title: 'What the classes look like',
      body:
        classes.length === 0
          ? undefined
          : html`<p>Training images drawn by lot, of classes from the commonest to the rarest.</p>
${classCards(classes, preparation)}`,
    },
    { id: 'unmeasured', title: 'What cannot be measured', body: unmeasuredSection(page) },
    {
      id: 'duplicates',
      title: 'Duplicates',
      body: duplicatesSection(preparation, figures, page.duplicates),
    },
    { id: 'sampling', title: 'Sampling', body: samplingSection(figures, preparation) },
    {
      id: 'noise',
      title: 'Wrong labels',
      body: preparation.settings.labelNoise > 0 ? noiseText(preparation) : undefined,
    },
    {
      id: 'settings',
      title: 'How it was made',
      body: html`<div class="card">${settingsTable(preparation)}</div>`,
    },
  ];
}

function tiles({ preparation: { counts }, vocabulary, figures }: PreparationPage): Html {
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>`;
  const labels = figures.imagesByLabels.reduce((sum, images, i) => sum + images * (i + 1), 0);
  const merged = vocabulary.classes.filter(({ hashtags }) => hashtags.length > 1).length;
  return html`<div class="tiles">
${tile(thousands(counts.train), `images to learn from, ${thousands(counts.validation)} for validation, ${thousands(counts.test)} for test`)}
${tile(thousands(counts.classes), `classes, ${thousands(merged)} of them of several hashtags`)}
${tile((labels / Math.max(counts.train + counts.validation + counts.test, 1)).toFixed(2), 'labels an image on average')}
${tile(thousands(counts.dropped), `of ${thousands(counts.hashtags)} hashtags dropped, each with its reason`)}
</div>`;
}

function tailSection({ preparation, vocabulary, figures }: PreparationPage): Html {
  const ofClasses = preparation.settings.readImages ? 'Images' : 'Posts';
  return html`<p>Few hashtags are on most posts, and most are on few. Both axes are logarithmic.</p>
<div class="columns"><div class="card"><h3>${ofClasses} of each class, posts of each dropped hashtag</h3>${longTail(vocabulary, preparation)}</div>
<div class="card"><h3>Labels of an image</h3>${labelsChart(figures.imagesByLabels)}</div></div>
<div class="card below"><h3>The biggest classes <span class="soft">${ofClasses.toLowerCase()} that they have</span></h3>${biggestClasses(vocabulary)}</div>`;
}

function mergedSection({ vocabulary, wordnet }: PreparationPage): Html | undefined {
  const table = mergesTable(vocabulary, wordnet);
  return (
    table &&
    html`<p>Hashtags that mean one thing are one class: forms of one noun, and those that share a noun synset of WordNet
3.0. A hashtag of several senses follows one of them. The commonest classes first.</p>
<div class="card">${table}</div>`
  );
}

const UNMEASURED = 60;

function unmeasuredSection({ preparation, vocabulary, figures }: PreparationPage): Html | undefined {
  const parts = (['validation', 'test'] as const).filter(
    (split) => preparation.counts[split] > 0 && figures.unmeasured[split].length > 0,
  );
  if (parts.length === 0) return undefined;
  const withoutImage = (split: HeldOutSplit) => {
    const names = figures.unmeasured[split].map((label) => vocabulary.classes[label]?.name ?? '');
    const rest = names.length - UNMEASURED;
    return html`<div class="card"><h3>${thousands(names.length)} of ${thousands(vocabulary.classes.length)} classes have no ${split} image</h3>
${names.slice(0, UNMEASURED).map((name) => html`<span class="tag">#${name}</span> `)}${rest > 0 ? html`<span class="soft">and ${thousands(rest)} more</span>` : ''}</div>`;
  };
  return html`<p>Classes with too few images for each part, or whose images never come without those of another class or
user. <code>hashsight evaluate</code> leaves them out of mean average precision.</p>
${parts.map(withoutImage)}`;
}

function droppedSection(vocabulary: Vocabulary): Html | undefined {
  if (vocabulary.dropped.length === 0) return undefined;
  return html`<p>Bring one back with <code>hashsight prepare --keep</code>, or edit <code>vocabulary.json</code>, where each has its reason, and
run <code>hashsight prepare --vocabulary file:…/vocabulary.json</code>.</p>
${droppedCards(vocabulary)}`;
}
