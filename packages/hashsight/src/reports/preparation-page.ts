import type { Preparation } from '../dataset/index.js';
import type { Vocabulary } from '../hashtags/index.js';
import { barChart } from './charts.js';
import { type ComparedPair, pairCard } from './duplicates-page.js';
import { type Html, html } from './html.js';
import type { ManifestFigures } from './manifest-figures.js';
import { thousands } from './numbers.js';
import {
  countsTable,
  droppedTable,
  longTail,
  rankedTable,
  samplingChart,
  settingsTable,
} from './preparation-parts.js';
import { STYLE } from './style.js';

/** Everything that the page of a training set shows. */
export interface PreparationPage {
  readonly title: string;
  readonly preparation: Preparation;
  readonly vocabulary: Vocabulary;
  readonly figures: ManifestFigures;
  /** Pictures of some classes, as `data:` addresses. */
  readonly classes: readonly {
    readonly name: string;
    readonly count: number;
    readonly pictures: readonly string[];
  }[];
  /** Some of the pairs of {@link duplicatesFile}. */
  readonly pairs: readonly ComparedPair[];
  /** The page of duplicates beside this one, where there are any. */
  readonly duplicatesFile?: string;
}

const MERGES = 24;

/** The page of a training set as one HTML file that needs nothing else. */
export function preparationPage(page: PreparationPage): string {
  const { title, preparation, vocabulary } = page;
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Hashsight</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p class="soft">A training set made of posts: pictures, and the hashtags that people gave them.</p>
${tiles(page)}
<h2>From posts to labels</h2>
<div class="columns">
<div class="card"><h3>What became of each post</h3>${countsTable(preparation)}</div>
<div class="card"><h3>The long tail</h3>${longTail(vocabulary, preparation)}</div>
<div class="card"><h3>Labels of a picture</h3>${labelsChart(page)}</div>
<div class="card"><h3>The biggest classes</h3>${rankedTable(
    ['class', 'posts'],
    vocabulary.classes.slice(0, 12).map(({ name, count }) => [`#${name}`, thousands(count)]),
  )}</div>
</div>
${merges(vocabulary)}
<h2>What was dropped, and why</h2>
<p>Bring one back with <code>--keep</code>, or edit <code>vocabulary.json</code> and run prepare again with
<code>--vocabulary file:…/vocabulary.json</code>.</p>
<div class="card">${droppedTable(vocabulary, 8)}</div>
${duplicates(page)}
${sampling(page)}
${classes(page)}
<h2>How it was made</h2>
<div class="card">${settingsTable(preparation)}</div>
<footer>Written by <code>hashsight prepare</code> ${preparation.versions.hashsight}, WordNet ${preparation.versions.wordnet}.</footer>
</main>
</html>
`.text;
}

function tiles({ preparation: { counts }, vocabulary, figures }: PreparationPage): Html {
  const tile = (value: string, label: string) => html`<div class="card tile"><b>${value}</b>${label}</div>`;
  const labels = figures.picturesByLabels.reduce((sum, pictures, i) => sum + pictures * (i + 1), 0);
  const merged = vocabulary.classes.filter(({ hashtags }) => hashtags.length > 1).length;
  return html`<div class="tiles">
${tile(thousands(counts.train), `pictures to learn from, ${thousands(counts.validation)} kept to check`)}
${tile(thousands(counts.classes), `classes, ${thousands(merged)} of them of several hashtags`)}
${tile((labels / Math.max(counts.train + counts.validation, 1)).toFixed(2), 'labels a picture on average')}
${tile(thousands(counts.dropped), `of ${thousands(counts.hashtags)} hashtags dropped, each with its reason`)}
</div>`;
}

function labelsChart({ figures: { picturesByLabels } }: PreparationPage): Html {
  return barChart({
    x: { name: 'labels' },
    y: { name: 'pictures' },
    bars: picturesByLabels.map((pictures, i) => [String(i + 1), pictures]),
  });
}

/** The classes that several hashtags came to, those with the most posts first. */
function merges({ classes: all }: Vocabulary): Html {
  const merged = all.filter(({ hashtags }) => hashtags.length > 1);
  if (merged.length === 0) return html``;
  const rest = merged.length - MERGES;
  return html`<h2>What came together</h2>
<p>Hashtags that mean one thing are one class: forms of one noun, and those that share a noun synset of WordNet 3.0. A
hashtag of several senses follows one of them.</p>
<div class="card"><table><tr><th>class and its hashtags<th>synset<th class="number">posts</tr>
${merged
  .slice(0, MERGES)
  .map(
    ({ name, hashtags, synsets = [], count }) =>
      html`<tr><td><b class="tag">#${name}</b> ${hashtags
        .filter((tag) => tag !== name)
        .map(
          (tag) => html`<span class="tag">#${tag}</span> `,
        )}<td class="soft">${synsets.join(', ')}<td class="number">${thousands(count)}</tr>\n`,
  )}${rest > 0 ? html`<tr><td>${thousands(rest)} more<td><td></tr>` : ''}</table></div>`;
}

function classes({ classes: shown }: PreparationPage): Html {
  if (shown.length === 0) return html``;
  return html`<h2>What the classes look like</h2>
<p>Pictures drawn by lot, of classes from the commonest to the rarest.</p>
<div class="columns">${shown.map(
    ({
      name,
      count,
      pictures,
    }) => html`<div class="card"><h3>#${name} <span class="soft">${thousands(count)} posts</span></h3>
<div class="strip">${pictures.map((picture) => html`<img src="${picture}" alt="" loading="lazy">`)}</div></div>`,
  )}</div>`;
}

const DUPLICATES: Readonly<Record<Preparation['settings']['duplicates'], string>> = {
  merge: 'The first of each group stays, with the labels of all.',
  first: 'The first of each group stays, with its own labels.',
  keep: 'All of a group stay, on one side of the split.',
  off: '',
};

function duplicates({
  preparation: { counts, settings },
  figures,
  pairs,
  duplicatesFile,
}: PreparationPage): Html {
  if (settings.duplicates === 'off') return html``;
  const { pictures, posts } = figures.groups;
  const evaluation =
    settings.evaluationSets.length === 0
      ? ''
      : ` ${thousands(counts.inEvaluationSets)} more were left out because ${settings.evaluationSets.join(', ')} has them.`;
  return html`<h2>Posted more than once</h2>
<p>${thousands(counts.duplicates)} of ${thousands(counts.labelled)} labelled posts were left out, for their picture is the same as an earlier one or looks the same.
${DUPLICATES[settings.duplicates]}${pictures > 0 ? ` ${thousands(pictures)} pictures stand for ${thousands(posts)} posts.` : ''}${evaluation}
${duplicatesFile === undefined ? '' : html`<a href="${duplicatesFile}">More pairs to look at</a>.`}</p>
<div class="pairs">${pairs.map(pairCard)}</div>`;
}

function sampling({ preparation: { counts, settings }, figures }: PreparationPage): Html {
  const isNatural = settings.sampling === 'natural';
  const text = isNatural
    ? `Each picture is shown once an epoch.${figures.draws.length > 0 ? ' This is what --sampling sqrt and uniform would do to the long tail.' : ''}`
    : `With --sampling ${settings.sampling} (threshold ${settings.samplingThreshold?.toPrecision(3)}) pictures of rare classes are shown more often.`;
  const lengths = figures.draws.map(
    ({ rule, total }) => `${rule} shows ${thousands(Math.round(total))} pictures an epoch`,
  );
  const noise =
    counts.noisyLabels === 0
      ? ''
      : ` ${thousands(counts.noisyLabels)} of the ${thousands(counts.labels)} training labels are wrong on purpose (--label-noise ${settings.labelNoise}).`;
  return html`<h2>Head and tail</h2>
<p>${text} ${[`There are ${thousands(figures.train)}`, ...lengths].join('; ')}.${noise}</p>
<div class="columns"><div class="card">${samplingChart(figures)}</div></div>`;
}
