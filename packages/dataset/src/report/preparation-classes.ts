import {
  type DroppedKind,
  droppedKinds,
  KINDS_OF_REASONS,
  type Preparation,
  reasonDetail,
  type Vocabulary,
  type VocabularyClass,
} from '@hashsight/formats';
import { barChart, counted, type Html, html, shortNumber, thousands } from '@hashsight/pages';
import type { WordNet } from '../hashtags/wordnet/wordnet.js';
import type { PreparedTrainingSet } from '../prepare/prepare.js';

/** A class with sample images as `data:` URLs. */
export interface ShownClass {
  readonly name: string;
  /** Rank by frequency, from 1. */
  readonly rank: number;
  /** Number of training images of the class. */
  readonly count: number;
  readonly images: readonly string[];
}

const MOST_LABELS = 12;

/**
 * A histogram of labels per image. It begins at the fewest labels that an image has; the last bar includes all images
 * with more labels.
 */
export function labelsChart(imagesByLabels: readonly number[]): Html {
  const fewest = Math.max(
    0,
    imagesByLabels.findIndex((images) => images > 0),
  );
  const shown = imagesByLabels.slice(fewest, fewest + MOST_LABELS);
  const rest = imagesByLabels.slice(fewest + MOST_LABELS).reduce((sum, images) => sum + images, 0);
  if (rest > 0) shown.push((shown.pop() ?? 0) + rest);
  return barChart({
    x: { name: 'labels per image' },
    y: { name: 'images', format: shortNumber },
    bars: shown.map((count, i) => [
      `${fewest + i + 1}${rest > 0 && i === MOST_LABELS - 1 ? '+' : ''}`,
      count,
    ]),
  });
}

const MOST_FREQUENT = 24;

/** The classes with the most images. */
export function largestClasses({ classes }: Vocabulary): Html {
  const most = classes[0]?.count ?? 0;
  const share = (count: number) => `${((100 * count) / Math.max(most, 1)).toFixed(1)}%`;
  return html`<ol class="ranking">${classes
    .slice(0, MOST_FREQUENT)
    .map(
      ({ name, count }) =>
        html`<li style="--share: ${share(count)}"><span>#${name}</span><span class="number">${thousands(count)}</span></li>\n`,
    )}</ol>`;
}

const MERGES = 20;
const MERGED_HASHTAGS = 14;

/** The classes merged from several hashtags, the most frequent first; undefined if there are none. */
export function mergesTable({ classes }: Vocabulary, wordnet: WordNet): Html | undefined {
  const merged = classes.filter(({ hashtags }) => hashtags.length > 1);
  if (merged.length === 0) return undefined;
  const rest = merged.length - MERGES;
  const rows = merged.slice(0, MERGES).map((each) => mergeRow(each, wordnet));
  return html`<table class="merges"><tr><th>class<th>other hashtags<th>meaning<th class="number">count</tr>
${rows}${rest > 0 ? html`<tr><td class="soft" colspan="4">and ${thousands(rest)} more, in vocabulary.json</tr>` : ''}</table>`;
}

function mergeRow({ name, hashtags, synsets = [], count }: VocabularyClass, wordnet: WordNet): Html {
  const others = hashtags.filter((tag) => tag !== name);
  const rest = others.length - MERGED_HASHTAGS;
  const tags = others.slice(0, MERGED_HASHTAGS).map((tag) => html`<span class="tag">#${tag}</span> `);
  const meanings = synsets.map((id) => html`<div>${meaningOf(wordnet, id)} <code>${id}</code></div>`);
  return html`<tr><td><b>#${name}</b><td>${tags}${rest > 0 ? html`<span class="soft">and ${rest} more</span>` : ''}<td class="soft">${meanings}<td class="number">${thousands(count)}</tr>\n`;
}

const MEANING_LETTERS = 90;

/** The definition without examples; empty for an id that WordNet does not contain. */
function meaningOf(wordnet: WordNet, id: string): string {
  try {
    const [definition = ''] = wordnet.synset(id).gloss.split(/; "/);
    if (definition.length <= MEANING_LETTERS) return definition;
    return `${definition.slice(0, MEANING_LETTERS).replace(/\W*\s\S*$/, '')} …`;
  } catch {
    return '';
  }
}

const TARGETS = 60;

/** For the rule `match`: the hashtags that match each class of the task, and the classes without any. */
export function targetsTable(targets: NonNullable<PreparedTrainingSet['targets']>): Html {
  const found = targets.filter(({ hashtags }) => hashtags.length > 0);
  const without = targets.filter(({ hashtags }) => hashtags.length === 0);
  const rest = found.length - TARGETS;
  return html`<table><tr><th>class of the task<th>matching hashtags</tr>
${found
  .slice(0, TARGETS)
  .map(
    ({ name, hashtags }) =>
      html`<tr><td><b>${name}</b><td>${hashtags.slice(0, MERGED_HASHTAGS).map((tag) => html`<span class="tag">#${tag}</span> `)}${hashtags.length > MERGED_HASHTAGS ? html`<span class="soft">and ${hashtags.length - MERGED_HASHTAGS} more</span>` : ''}</tr>\n`,
  )}${rest > 0 ? html`<tr><td class="soft" colspan="2">and ${thousands(rest)} more</tr>\n` : ''}${
  without.length > 0
    ? html`<tr><td class="soft">none for ${thousands(without.length)}<td class="soft">${without
        .slice(0, TARGETS)
        .map(({ name }) => name)
        .join(', ')}${without.length > TARGETS ? ', …' : ''}</tr>`
    : ''
}</table>`;
}

const OF_A_KIND = 8;

/** One card per kind of reason, with the number of hashtags and the most frequent ones. */
export function droppedCards(vocabulary: Vocabulary): Html {
  return html`<div class="cards">${droppedKinds(vocabulary).map(droppedCard)}</div>`;
}

function droppedCard({ kind, hashtags }: DroppedKind): Html {
  const shown = hashtags.slice(0, OF_A_KIND);
  // The details of a rare hashtag only repeat its count.
  const details = shown.map(({ reason }) => (kind === 'rare' ? '' : reasonDetail(reason)));
  const [first = ''] = details;
  const isShared = details.every((detail) => detail === first);
  const text = `${KINDS_OF_REASONS[kind] ?? ''}${isShared && first !== '' ? ` (${first})` : ''}`;
  return html`<div class="card"><h3>${kind} <span class="soft">${counted(hashtags.length, 'hashtag')}</span></h3>
${text === '' ? '' : html`<p class="soft small">${text}</p>`}
<table>${shown.map(
    ({ hashtag, count }, i) =>
      html`<tr><td>#${hashtag}${isShared ? '' : html` <span class="soft small">${details[i] ?? ''}</span>`}<td class="number">${thousands(count)}</tr>\n`,
  )}</table></div>`;
}

/** One card per class, with sample images. */
export function classCards(shown: readonly ShownClass[], { counts }: Preparation): Html {
  return html`<div class="columns">${shown.map(
    ({ name, rank, count, images }) =>
      html`<div class="card"><h3>#${name} <span class="soft">${counted(count, 'training image')}, no. ${thousands(rank)} of ${thousands(counts.classes)}</span></h3>
<div class="strip">${images.map((image) => html`<img src="${image}" alt="" loading="lazy">`)}</div></div>\n`,
  )}</div>`;
}
