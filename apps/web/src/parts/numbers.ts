/** A round share as a percentage: `0.9` as `90 %`. */
export const wholePercent = (share: number) => `${Math.round(100 * share)}\u00a0%`;

/** A share as a percentage that stays on one line: `0.4213` as `42.1 %`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '<\u00a00.1\u00a0%';
  return `${(100 * share).toFixed(1)}\u00a0%`;
}

/** A count with thousands separators. */
export const thousands = (count: number) => count.toLocaleString('en-US');

/** A count with its unit: `1 pair`, `2,000 pairs`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${thousands(count)} ${count === 1 ? one : many}`;

/** A duration: `8.4 ms`, `42 ms`, `1.24 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/** A size in bytes: `29.1 MB`. */
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A value on an axis: `12K`, `0.05`, `1e-4`. */
export function shortNumber(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(0);
  return value.toLocaleString('en-US', {
    notation: Math.abs(value) < 10_000 ? 'standard' : 'compact',
    maximumSignificantDigits: 4,
  });
}
