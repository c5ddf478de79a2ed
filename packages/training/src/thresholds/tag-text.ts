import { type TagReport, type TagThreshold, type Thresholds, tagReportFile } from '@hashsight/formats';

const ROWS = 20;

/** What an abstaining tag lacks: `12 of 36 needed positives among its 36 highest probabilities`. */
export function lacksText({ lacks }: Pick<TagThreshold, 'lacks'>): string {
  if (lacks === null) return '';
  const { correct, needed, among } = lacks;
  return `${correct} of ${needed} needed positives among its ${among} highest probabilities`;
}

/** The tags with images, those with most images first. */
export function mostImagesFirst(tags: TagReport['tags']): TagReport['tags'] {
  return tags
    .filter(({ averagePrecision }) => averagePrecision !== null)
    .toSorted((a, b) => b.support - a.support);
}

/**
 * A per-tag report as lines of text: the tags with most images, and how the promise holds.
 *
 * @param thresholds - for what abstaining tags lack
 */
export function tagReportText(report: TagReport, thresholds?: Thresholds): string[] {
  const { tags, promise, split } = report;
  const shown = mostImagesFirst(tags);
  const lines = [
    `  per tag on ${split}, most images first${shown.length > ROWS ? `, ${ROWS} of ${shown.length}; all are in ${tagReportFile(split)}.csv` : ''}`,
    `  ${'tag'.padEnd(24)}${'images'.padStart(6)}  ${'average precision'.padEnd(24)}confused with`,
    ...shown.slice(0, ROWS).map(({ name, support, averagePrecision, confusedWith }) => {
      const { estimate = 0, low = 0, high = 0 } = averagePrecision ?? {};
      const interval = `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
      const others = confusedWith.map((other) => `${other.name} ${other.images}`).join(', ');
      return `  ${name.slice(0, 23).padEnd(24)}${String(support).padStart(6)}  ${interval.padEnd(24)}${others}`.trimEnd();
    }),
  ];
  if (promise !== null) lines.push(...promiseText(report, promise, thresholds));
  return lines;
}

function promiseText(
  { split }: TagReport,
  promise: NonNullable<TagReport['promise']>,
  thresholds: Thresholds | undefined,
): string[] {
  const { precision, confidence, tags, abstaining, measured, consistent, selected, correct, labels } =
    promise;
  const all = tags + abstaining;
  const where = split === 'validation' ? 'on the validation images that they were chosen on' : `on ${split}`;
  const lacking = (thresholds?.tags ?? []).filter(({ threshold }) => threshold === null);
  return [
    `  promise: precision of at least ${precision} for each tag, with ${100 * confidence} % confidence`,
    `  ${tags} of ${all} tags have a threshold, ${abstaining} abstain`,
    ...(selected === 0
      ? []
      : [
          `  ${where}: ${consistent} of ${measured} tags are consistent with the promise; pooled precision ${(correct / selected).toFixed(3)} (${correct} of ${selected}), ${correct} of ${labels} labels found`,
        ]),
    ...lacking.slice(0, ROWS).map((tag) => `  ${tag.name} abstains: ${lacksText(tag)}`),
    ...(lacking.length > ROWS ? [`  and ${lacking.length - ROWS} more, in thresholds.json`] : []),
  ];
}
