import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { shortNumber } from './numbers.js';
import { theme } from './theme.js';

/** A line: y values at the chart's x values; null where it has none. */
export interface Line {
  readonly name: string;
  /** A custom property of the style sheet, for example `--accent`. */
  readonly color: string;
  readonly values: readonly (number | null)[];
  readonly isDashed?: boolean;
  readonly hasPoints?: boolean;
}

/** Options of a {@link Chart}. */
export interface ChartOptions {
  readonly title: string;
  readonly x: {
    readonly name: string;
    readonly values: readonly number[];
    readonly isLog?: boolean;
  };
  readonly lines: readonly Line[];
  readonly format?: (value: number) => string;
  readonly isLogY?: boolean;
  /** Where the y axis starts; default: at the data. */
  readonly minY?: number;
}

const FONT = '12px system-ui, sans-serif';

const colorOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** On logarithmic axes, lines at powers of ten alone. */
const decades: uPlot.Axis.Filter = (_, splits) =>
  splits.map((value) => (Number.isInteger(Math.log10(value)) ? value : null));

function axis(
  format: (value: number) => string,
  { label, isLog }: { readonly label?: string; readonly isLog: boolean },
): uPlot.Axis {
  return {
    stroke: colorOf('--soft'),
    font: FONT,
    ...(label !== undefined && { label, labelFont: FONT, labelSize: 20, labelGap: 0, size: 32 }),
    grid: { stroke: colorOf('--line'), width: 1, ...(isLog && { filter: decades }) },
    ticks: { show: false },
    gap: 8,
    values: (_, values) => values.map((value) => (value === null ? '' : format(value))),
  };
}

/** uPlot's options, with the colors of the theme that is shown. */
function optionsOf(
  { x, lines, format = shortNumber, isLogY = false, minY }: ChartOptions,
  size: { readonly width: number; readonly height: number },
  onCursor: (index: number | undefined) => void,
): uPlot.Options {
  return {
    ...size,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    hooks: { setCursor: [({ cursor }) => onCursor(cursor.idx ?? undefined)] },
    scales: {
      x: {
        time: false,
        distr: x.isLog === true ? 3 : 1,
        ...(x.isLog === true && {
          range: (_: uPlot, min: number, max: number): uPlot.Range.MinMax => [min, max],
        }),
      },
      y: {
        distr: isLogY ? 3 : 1,
        ...(minY !== undefined && {
          range: (_: uPlot, __: number, max: number): uPlot.Range.MinMax => [
            minY,
            max <= minY ? minY + 1 : max * 1.06,
          ],
        }),
      },
    },
    axes: [
      axis(shortNumber, { label: x.name, isLog: x.isLog === true }),
      { ...axis(format, { isLog: isLogY }), size: 58 },
    ],
    series: [
      {},
      ...lines.map(({ color, isDashed = false, hasPoints = false }) => ({
        stroke: colorOf(color),
        width: 2,
        spanGaps: true,
        ...(isDashed && { dash: [6, 5] }),
        points: { show: hasPoints, size: 7, fill: colorOf('--paper') },
      })),
    ],
  };
}

const last = (values: readonly (number | null)[]) => values.findLast((value) => value !== null);

/** The chart in words, for readers who do not see it. */
function inWords({ title, x, lines, format = shortNumber }: ChartOptions): string {
  const ends = lines.map(({ name, values }) => {
    const [from, to] = [values.find((value) => value !== null), last(values)];
    if (from == null || to == null) return name;
    return `${name} from ${format(from)} to ${format(to)}`;
  });
  return `${title} by ${x.name}: ${ends.join('; ')}`;
}

/** A line chart. The values under the pointer are in the legend; the arrow keys move along the lines. */
export function Chart(options: ChartOptions) {
  const { title, x, lines, format = shortNumber } = options;
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const at = useSignal<number | undefined>(undefined);
  const shownTheme = theme.value;
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const data = [x.values, ...lines.map(({ values }) => values)] as uPlot.AlignedData;
    const made = new uPlot(
      optionsOf(options, size(), (index) => {
        at.value = index;
      }),
      data,
      element,
    );
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [shownTheme, x.values, lines]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || plot.current === null) return;
    event.preventDefault();
    const next = Math.min(
      x.values.length - 1,
      Math.max(0, (at.value ?? (step > 0 ? -1 : x.values.length)) + step),
    );
    plot.current.setCursor({ left: plot.current.valToPos(x.values[next] ?? 0, 'x'), top: 0 });
  };
  return (
    <figure class="card">
      <div class="chart-head">
        <h3>{title}</h3>
        <div class="chart-legend" aria-live="polite">
          {at.value !== undefined && (
            <span>
              {x.name} {shortNumber(x.values[at.value] ?? 0)}
            </span>
          )}
          {lines.map(({ name, color, values }) => {
            const value = at.value === undefined ? undefined : values[at.value];
            return (
              <span key={name}>
                <i style={{ background: `var(${color})` }} />
                {name}
                {value != null && ` ${format(value)}`}
              </span>
            );
          })}
        </div>
      </div>
      <div
        class="plot"
        ref={holder}
        role="img"
        aria-label={inWords(options)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move along the lines
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
    </figure>
  );
}
