/** A share as a percentage: `0.4213` as `42.1 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A count with thousands separators: `12345` as `12,345`. */
export function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

/** A count with its unit: `1 pair`, `2,000 pairs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}
