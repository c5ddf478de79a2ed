import type { HeldOutSplit, Preparation, Vocabulary } from '@hashsight/formats';
import { counted, countsTable, document, type Html, html, longTail, thousands } from '@hashsight/pages';
import type { WordNet } from '../hashtags/wordnet/wordnet.js';
import type { PreparedTrainingSet } from '../prepare/prepare.js';
import type { ManifestFigures } from './manifest-figures.js';
import {
  classCards,
  droppedCards,
  labelsChart,
  largestClasses,
  mergesTable,
  type ShownClass,
  targetsTable,
} from './preparation-classes.js';
import { duplicatesSection, type ShownDuplicates } from './preparation-duplicates.js';
import { noiseText, samplingSection } from './preparation-sampling.js';
import { settingsTable } from './preparation-settings.js';

/** The content of the report of a training set. */
export interface PreparationPage {
  readonly title: string;
  readonly preparation: Preparation;
  readonly vocabulary: Vocabulary;
  readonly wordnet: WordNet;
  readonly figures: ManifestFigures;
  readonly classes: readonly ShownClass[];
  readonly duplicates: ShownDuplicates;
  /** The matches for each class of the task, under the rule `match`. */
  readonly targets?: NonNullable<PreparedTrainingSet['targets']>;
}

/** A section of the page, with a link at the top; no body means no section. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html | undefined;
}

/** The report of a training set. */
export function preparationPage(page: PreparationPage): string {
  const { title, preparation } = page;
  const sections = sectionsOf(page).filter(({ body }) => body !== undefined);
  const images = preparation.settings.readImages
    ? ''
    : ' It contains only the vocabulary and the labels: the images were not read, so it cannot be used for training yet.';
  return document(
    title,
    html`<h1>${title}</h1>
<p class="soft">A training set made from posts: images, and the hashtags that people gave them.${images}</p>
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
        html`<p>The hashtags that match the classes of <code>${preparation.settings.vocabulary}</code>.</p>
<div class="card">${targetsTable(targets)}</div>`,
    },
    { id: 'merged', title: 'Merged hashtags', body: mergedSection(page) },
    { id: 'dropped', title: 'Dropped hashtags', body: droppedSection(vocabulary) },
    {
      id: 'classes',
      title: 'Sample images',
      body:
        classes.length === 0
          ? undefined
          : html`<p>Random training images, of classes from the most frequent to the rarest.</p>
${classCards(classes, preparation)}`,
    },
    { id: 'unmeasured', title: 'Classes without validation or test images', body: unmeasuredSection(page) },
    {
      id: 'duplicates',
      title: 'Duplicates',
      body: duplicatesSection(preparation, figures, page.duplicates),
    },
    { id: 'sampling', title: 'Sampling', body: samplingSection(figures, preparation) },
    {
      id: 'noise',
      title: 'Label noise',
      body: preparation.settings.labelNoise > 0 ? noiseText(preparation) : undefined,
    },
    {
      id: 'settings',
      title: 'Settings',
      body: html`<div class="card">${settingsTable(preparation)}</div>`,
    },
  ];
}

function tiles({ preparation: { counts }, vocabulary, figures }: PreparationPage): Html {
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>`;
  const labels = figures.imagesByLabels.reduce((sum, images, i) => sum + images * (i + 1), 0);
  const merged = vocabulary.classes.filter(({ hashtags }) => hashtags.length > 1).length;
  return html`<div class="tiles">
${tile(thousands(counts.train), `training ${counts.train === 1 ? 'image' : 'images'}, ${thousands(counts.validation)} for validation, ${thousands(counts.test)} for test`)}
${tile(thousands(counts.classes), `${counts.classes === 1 ? 'class' : 'classes'}, ${thousands(merged)} of them merged from several hashtags`)}
${tile((labels / Math.max(counts.train + counts.validation + counts.test, 1)).toFixed(2), 'labels per image on average')}
${tile(thousands(counts.dropped), `of ${counted(counts.hashtags, 'hashtag')} dropped, each with a reason`)}
</div>`;
}

function tailSection({ preparation, vocabulary, figures }: PreparationPage): Html {
  const ofClasses = preparation.settings.readImages ? 'Images' : 'Posts';
  return html`<p>A few hashtags are in many posts, and most hashtags are in few. Both axes are logarithmic.</p>
<div class="columns"><div class="card"><h3>${ofClasses} per class, posts per dropped hashtag</h3>${longTail(vocabulary, preparation)}</div>
<div class="card"><h3>Labels per image</h3>${labelsChart(figures.imagesByLabels)}</div></div>
<div class="card below"><h3>Largest classes <span class="soft">by number of ${ofClasses.toLowerCase()}</span></h3>${largestClasses(vocabulary)}</div>`;
}

function mergedSection({ vocabulary, wordnet }: PreparationPage): Html | undefined {
  const table = mergesTable(vocabulary, wordnet);
  return (
    table &&
    html`<p>Hashtags with the same meaning form one class: forms of one noun, and hashtags that share a noun synset of WordNet
3.0. A hashtag with several senses is assigned to one of them. The most frequent classes come first.</p>
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
    return html`<div class="card"><h3>${thousands(names.length)} of ${counted(vocabulary.classes.length, 'class', 'classes')} ${names.length === 1 ? 'has' : 'have'} no ${split} image</h3>
${names.slice(0, UNMEASURED).map((name) => html`<span class="tag">#${name}</span> `)}${rest > 0 ? html`<span class="soft">and ${thousands(rest)} more</span>` : ''}</div>`;
  };
  return html`<p>These classes have too few images for every split, or their images cannot be separated from those of another
class or user. <code>hashsight evaluate</code> leaves them out of mean average precision.</p>
${parts.map(withoutImage)}`;
}

function droppedSection(vocabulary: Vocabulary): Html | undefined {
  if (vocabulary.dropped.length === 0) return undefined;
  return html`<p>To keep a hashtag, use <code>hashsight prepare --keep</code>. Or edit <code>vocabulary.json</code>, which lists the reason for
each hashtag, and run <code>hashsight prepare --vocabulary file:…/vocabulary.json</code>.</p>
${droppedCards(vocabulary)}`;
}
