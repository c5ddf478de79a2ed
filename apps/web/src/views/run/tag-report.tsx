import type { Label } from '../../model/model.js';
import { IntervalBar } from '../../parts/interval-bar.js';
import { percent, thousands, wholePercent } from '../../parts/numbers.js';
import { type Column, SortableTable } from '../../parts/sortable-table.js';
import { vocabularyPath } from '../../routes.js';

const COLUMNS: readonly Column<Label>[] = [
  {
    title: 'hashtag',
    sortBy: ({ name }) => name,
    cell: ({ name }) => <a href={vocabularyPath(name)}>#{name}</a>,
  },
  { title: 'images', isNumber: true, sortBy: ({ count }) => count, cell: ({ count }) => thousands(count) },
  {
    title: 'average precision',
    isNumber: true,
    sortBy: ({ averagePrecision }) => averagePrecision?.value,
    cell: ({ averagePrecision: measured }) =>
      measured === undefined ? (
        '–'
      ) : (
        <>
          {percent(measured.value)}
          <span class="range">
            {percent(measured.low)} to {percent(measured.high)}
          </span>
        </>
      ),
  },
  {
    title: 'interval',
    style: 'interval',
    cell: ({ averagePrecision: measured }) => measured !== undefined && <IntervalBar {...measured} />,
  },
  {
    title: 'measured on',
    isNumber: true,
    sortBy: ({ averagePrecision }) => averagePrecision?.positives,
    cell: ({ averagePrecision }) =>
      averagePrecision === undefined ? '–' : thousands(averagePrecision.positives),
  },
  {
    title: 'threshold',
    isNumber: true,
    sortBy: ({ threshold }) => threshold?.value,
    cell: ({ threshold }) => (threshold === undefined ? '–' : percent(threshold.value)),
  },
];

/** Each hashtag's figures, to sort. */
export function TagReport({ labels }: { readonly labels: readonly Label[] }) {
  const promise = labels.find(({ threshold }) => threshold !== undefined)?.threshold;
  const isMeasured = labels.some(({ averagePrecision }) => averagePrecision !== undefined);
  if (!isMeasured && promise === undefined) return null;
  return (
    <section class="section" aria-labelledby="report-title">
      <h2 id="report-title">Each hashtag</h2>
      <p>
        Average precision with its 95 % interval.
        {promise !== undefined &&
          ` Above its threshold, a hashtag is right at least ${wholePercent(promise.precision)} of the time, with ${wholePercent(promise.confidence)} confidence; hashtags without one have too few images for such a promise.`}
      </p>
      <div class="card">
        <SortableTable
          caption="Figures of each hashtag"
          columns={COLUMNS}
          rows={labels}
          keyOf={({ name }) => name}
        />
      </div>
    </section>
  );
}
