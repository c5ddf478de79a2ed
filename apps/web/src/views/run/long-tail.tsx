import { useMemo } from 'preact/hooks';
import type { Label } from '../../model/model.js';
import { Chart } from '../../parts/chart.js';
import { thousands } from '../../parts/numbers.js';

/** The counts of the hashtags, most frequent first, on logarithmic axes. */
export function LongTail({ labels }: { readonly labels: readonly Label[] }) {
  const { x, lines } = useMemo(() => {
    const counts = labels.map(({ count }) => Math.max(1, count)).sort((a, b) => b - a);
    return {
      x: { name: 'rank, most frequent first', values: counts.map((_, i) => i + 1), isLog: true },
      lines: [{ name: 'images', color: '--accent', values: counts }],
    };
  }, [labels]);
  return <Chart title="Long tail" x={x} lines={lines} format={thousands} isLogY />;
}
