const at = (share: number) => `${100 * share}%`;

/** An estimate with its interval on a scale from 0 to 1, as in the report pages. */
export function IntervalBar({
  value,
  low,
  high,
}: {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}) {
  return (
    <span aria-hidden="true">
      {low !== undefined && high !== undefined && <i style={{ left: at(low), right: at(1 - high) }} />}
      <b style={{ left: at(value) }} />
    </span>
  );
}
