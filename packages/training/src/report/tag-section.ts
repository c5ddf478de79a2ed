import { type TagReport, type Thresholds, tagReportFile } from '@hashsight/formats';
import { counted, Html, html, percent, thousands } from '@hashsight/pages';
import { lacksText, mostImagesFirst } from '../thresholds/tag-text.js';

/** What {@link tagSection} shows. */
export interface TagSection {
  /** The report on test if there is one, else on validation. */
  readonly report: TagReport;
  /** For what abstaining tags lack. */
  readonly thresholds: Thresholds | undefined;
  /** The name of a class as the page shows it. */
  readonly nameOf: (name: string) => string;
}

/** Rows of the table; a vocabulary of thousands would make a page of megabytes. */
const ROWS = 200;

/** The section about each tag: average precision, confusions, and how the promise of precision holds. */
export function tagSection({ report, thresholds, nameOf }: TagSection): Html {
  const { tags, split, images, meanAveragePrecision: mean } = report;
  const measured = mostImagesFirst(tags);
  const isCut = measured.length > ROWS;
  const withPromise = report.promise !== null;
  return html`<h2>Each tag</h2>
<p>On ${counted(images, `${split} image`)}, most images first, with 95 % intervals over images.${mean === null ? '' : ` Mean average precision: ${intervalText(mean)}.`}${isCut ? ` The first ${ROWS} of ${thousands(measured.length)} tags; all are in <code>${tagReportFile(split)}.csv</code>.` : ''}</p>
${promiseParagraph(report)}
<div class="card scroll"><table><tr><th>tag<th class="number">images<th class="number">average precision<th>confused with${withPromise ? new Html('<th class="number">threshold<th class="number">precision above it') : ''}</tr>
${measured.slice(0, ROWS).map((tag) => {
  const { name, support, averagePrecision, confusedWith } = tag;
  const others = confusedWith.map((other) => `${nameOf(other.name)} ${other.images}`).join(', ');
  return html`<tr><td>${nameOf(name)}<td class="number">${thousands(support)}<td class="number">${averagePrecision === null ? '' : intervalText(averagePrecision)}<td class="soft">${others}${withPromise ? promiseCells(tag, thresholds) : ''}</tr>\n`;
})}</table></div>`;
}

function promiseCells(
  { name, promise }: TagReport['tags'][number],
  thresholds: Thresholds | undefined,
): Html {
  if (promise === null) {
    const own = thresholds?.tags.find((tag) => tag.name === name);
    return html`<td class="soft" colspan="2">abstains${own === undefined ? '' : `: ${lacksText(own)}`}`;
  }
  const { threshold, selected, correct, precision, isConsistent } = promise;
  const measured =
    precision === null
      ? 'no image above it'
      : `${percent(precision.estimate)} (${correct} of ${selected})${isConsistent ? '' : ', below the promise'}`;
  return html`<td class="number">${threshold.toPrecision(3)}<td class="number">${measured}`;
}

function promiseParagraph({ promise, split }: TagReport): Html {
  if (promise === null) return html``;
  const { precision, confidence, tags, abstaining, measured, consistent, selected, correct, labels } =
    promise;
  const pooled =
    selected === 0
      ? ''
      : ` On ${split}, ${consistent} of ${counted(measured, 'tag')} with images above the threshold are consistent with that; over all of them, ${percent(correct / selected)} of ${counted(selected, 'prediction')} are right, and ${percent(correct / labels)} of the labels are found.`;
  return html`<p>Promise: above its threshold a tag is right on at least ${percent(precision)} of images, with ${percent(confidence)} confidence for each tag. ${counted(tags, 'tag')} of ${tags + abstaining} have a threshold; the others abstain for lack of evidence.${pooled}${split === 'validation' ? ' The thresholds were chosen on these images; measure them on test.' : ''}</p>`;
}

function intervalText({ estimate, low, high }: NonNullable<TagReport['meanAveragePrecision']>): string {
  return `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
