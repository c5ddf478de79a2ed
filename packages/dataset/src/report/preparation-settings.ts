import type { Preparation } from '@hashsight/formats';
import { byteText } from '@hashsight/formats/node';
import { type Html, html, percent, thousands } from '@hashsight/pages';

/** The settings and versions of a training set, as names, flags of `hashsight prepare`, and values. */
export function settingsTable({ settings, shards, versions }: Preparation): Html {
  const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  const { sampling, samplingThreshold, shorterSide, readImages } = settings;
  const rows: readonly (readonly [name: string, flag: string, value: string])[] = [
    ['posts', '--posts', shortList(settings.posts)],
    ['vocabulary', '--vocabulary', settings.vocabulary],
    ['senses', '--senses', settings.senses],
    ['filters for uninformative hashtags', '--no-filters', settings.filters ? 'on' : 'off'],
    [
      settings.readImages ? 'minimum distinct images per class' : 'minimum posts per class',
      '--min-count',
      thousands(settings.minCount),
    ],
    ['hashtags always kept', '--keep', shortList(settings.keep.map((hashtag) => `#${hashtag}`))],
    ['split by', '--split-by', settings.splitBy],
    ['validation share', '--validation-share', percent(settings.validationShare)],
    ['test share', '--test-share', percent(settings.testShare)],
    ['duplicates', '--duplicates', settings.duplicates],
    ['evaluation sets', '--evaluation-set', shortList(settings.evaluationSets)],
    ['sampling', '--sampling', sampling],
    [
      'sampling threshold',
      '--sampling-threshold',
      samplingThreshold === null
        ? '–'
        : `${Number((100 * samplingThreshold).toPrecision(3))} % of the images`,
    ],
    ['label noise', '--label-noise', settings.labelNoise === 0 ? '–' : percent(settings.labelNoise)],
    ['seed', '--seed', String(settings.seed)],
    ['shorter side', '--shorter-side', shorterSide === null ? 'unchanged' : `${shorterSide} pixels or less`],
    [
      'shards',
      '',
      readImages ? `${thousands(shards.length)}, ${byteText(bytes)}` : 'none (vocabulary and labels only)',
    ],
    ['versions', '', `hashsight ${versions.hashsight}, WordNet ${versions.wordnet}`],
  ];
  return html`<dl class="settings">${rows.map(([name, flag, value]) => html`<div><dt>${name}${flag === '' ? '' : html` <code>${flag}</code>`}<dd>${value}</div>\n`)}</dl>`;
}

const LISTED = 8;

function shortList(values: readonly string[]): string {
  if (values.length === 0) return '–';
  const rest = values.length - LISTED;
  return rest > 0 ? `${values.slice(0, LISTED).join(', ')} and ${thousands(rest)} more` : values.join(', ');
}
