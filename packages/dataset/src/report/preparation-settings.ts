import type { Preparation } from '@hashsight/formats';
import { byteText } from '@hashsight/formats/node';
import { type Html, html, percent, thousands } from '@hashsight/pages';

/** The settings and versions of a training set, as names and values. */
export function settingsTable({ settings, shards, versions }: Preparation): Html {
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  const { sampling, samplingThreshold, shorterSide, readImages } = settings;
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['posts', shortList(settings.posts)],
    ['vocabulary', settings.vocabulary],
    ['senses', settings.senses],
    ['filters for uninformative hashtags', settings.filters ? 'on' : 'off'],
    [
      settings.readImages ? 'minimum distinct images per class' : 'minimum posts per class',
      thousands(settings.minCount),
    ],
    ['hashtags always kept', shortList(settings.keep.map((hashtag) => `#${hashtag}`))],
    ['split by', settings.splitBy],
    ['validation share', percent(settings.validationShare)],
    ['test share', percent(settings.testShare)],
    ['duplicates', settings.duplicates],
    ['evaluation sets', shortList(settings.evaluationSets)],
    ['sampling', sampling],
    [
      'sampling threshold',
      samplingThreshold === null
        ? '–'
        : `${Number((100 * samplingThreshold).toPrecision(3))} % of the images`,
    ],
    ['label noise', settings.labelNoise === 0 ? '–' : percent(settings.labelNoise)],
    ['seed', String(settings.seed)],
    ['shorter side', shorterSide === null ? 'unchanged' : `${shorterSide} pixels or less`],
    [
      'shards',
      readImages ? `${thousands(shards.length)}, ${byteText(bytes)}` : 'none (vocabulary and labels only)',
    ],
    ['versions', `hashsight ${versions.hashsight}, WordNet ${versions.wordnet}`],
  ];
  return html`<dl class="settings">${rows.map(([name, value]) => html`<div><dt>${name}<dd>${value}</div>\n`)}</dl>`;
}

const LISTED = 8;

function shortList(values: readonly string[]): string {
  if (values.length === 0) return '–';
  const rest = values.length - LISTED;
  return rest > 0 ? `${values.slice(0, LISTED).join(', ')} and ${thousands(rest)} more` : values.join(', ');
}
