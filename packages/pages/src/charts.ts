import { createHash } from 'node:crypto';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html, html } from './html.js';

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** Colors of lines that are compared with each other, told apart by most color-blind readers too. */
export const LINE_COLOURS = [
  '#3566c9',
  '#c9741a',
  '#0b7a4b',
  '#a33b78',
  '#5b6472',
  '#1f8fa6',
  '#8a6d1b',
  '#7a5bc2',
] as const;

/** Colors of charts. */
export const COLOURS = { blue: '#3566c9', green: '#0b7a4b', orange: '#c9741a' } as const;

/** A line of points (x, y). */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly colour: string;
  /** Whether to mark each point; for lines with few points. */
  readonly hasSymbols?: boolean;
  /** Confidence intervals (x, low, high), drawn as bars. */
  readonly intervals?: readonly (readonly [number, number, number])[];
  readonly isDashed?: boolean;
}

/** An axis of a {@link lineChart}. */
export interface Axis {
  readonly name: string;
  readonly type?: 'value' | 'log';
  readonly min?: number;
  readonly max?: number;
  readonly format?: (value: number) => string;
  /** Where to put ticks; default: at round numbers. */
  readonly ticks?: readonly number[];
}

/** A line chart. */
export interface LineChartOptions {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** A dashed horizontal line, named in the legend: a label beside the line would collide with the other lines. */
  readonly reference?: { readonly y: number; readonly name: string };
}

/** A chart is drawn in two sizes, because text scaled down for a narrow column would be illegible. */
const SIZES = { wide: { width: 560, height: 300 }, narrow: { width: 340, height: 280 } } as const;
/** Space around the plot, for the axes and the legend. */
const GRID = { left: 62, right: 18, top: 36, bottom: 48 } as const;
const INK = '#5b6472';
const GRID_LINE = '#e6e9ee';
const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: INK } as const;

function axisOption({ name, type = 'value', min, max, format, ticks }: Axis, nameGap: number): object {
  return {
    type,
    name,
    nameLocation: 'middle',
    nameGap,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(ticks !== undefined && { axisTick: { show: true, customValues: ticks } }),
    axisLabel: {
      ...FONT,
      hideOverlap: true,
      ...(format !== undefined && { formatter: format }),
      ...(ticks !== undefined && { customValues: ticks }),
    },
    nameTextStyle: FONT,
    axisLine: { lineStyle: { color: '#b8bfca' } },
    splitLine: { lineStyle: { color: GRID_LINE } },
    minorSplitLine: { show: false },
  };
}

function seriesOption({ name, points, colour, hasSymbols = false, isDashed = false }: Series): object {
  return {
    type: 'line',
    name,
    data: points,
    showSymbol: hasSymbols,
    symbolSize: 7,
    color: colour,
    lineStyle: { width: 2, type: isDashed ? 'dashed' : 'solid' },
  };
}

/** Half the width of the ends of an interval's bar, in pixels. */
const CAP = 4;

/** The bars of confidence intervals, without an entry in the legend. */
function intervalsOption({ intervals = [], colour }: Series): object {
  return {
    type: 'custom',
    data: intervals,
    silent: true,
    z: 1,
    renderItem: (_: unknown, api: CustomRenderApi) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: colour, lineWidth: 1.25, opacity: 0.75 },
      });
      return {
        type: 'group',
        children: [
          line(x, low, x, high),
          line(x - CAP, low, x + CAP, low),
          line(x - CAP, high, x + CAP, high),
        ],
      };
    },
  };
}

/** The part of ECharts' interface for custom series that {@link intervalsOption} uses. */
interface CustomRenderApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

/** A series without points that carries the line across the whole chart. */
function referenceOption({ name, y }: NonNullable<LineChartOptions['reference']>): object {
  return {
    type: 'line',
    name,
    data: [],
    color: INK,
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: INK, type: 'dashed' },
      label: { show: false },
      data: [{ yAxis: y }],
    },
  };
}

const LEGEND = { top: 0, itemGap: 16, itemWidth: 14, itemHeight: 4, textStyle: FONT } as const;
/** Estimated width of a character and height of a row in the legend, in pixels. */
const LEGEND_TEXT = { character: 6.6, row: 26 } as const;
const DASHES = 'path://M0 0h5v2h-5zM9 0h5v2h-5z';

/** The legend, and the space it takes above the plot: a narrow chart may need two rows. */
function legendOption(
  names: readonly string[],
  reference: string | undefined,
  width: number,
): { readonly legend: object; readonly rows: number } {
  const all = reference === undefined ? names : [...names, reference];
  const widthOf = (name: string) =>
    LEGEND.itemWidth + 5 + LEGEND_TEXT.character * name.length + LEGEND.itemGap;
  const total = all.reduce((sum, name) => sum + widthOf(name), 0);
  const left = total > width - GRID.left ? 4 : 50;
  const data = all.map((name) => ({ name, icon: name === reference ? DASHES : 'roundRect' }));
  return { legend: { ...LEGEND, left, data }, rows: Math.ceil(total / (width - left)) };
}

/**
 * Draws a line chart as an SVG that scales with its column. Series without points are left out.
 *
 * @returns undefined if no series has points
 */
export function lineChart({ x, y, series, reference }: LineChartOptions): Html | undefined {
  const drawn = series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return undefined;
  const names = drawn.map(({ name }) => name);
  return draw(`${y.name} by ${x.name}`, ({ width }) => {
    const { legend, rows } = legendOption(names, reference?.name, width);
    return {
      legend,
      grid: { ...GRID, top: GRID.top + LEGEND_TEXT.row * (rows - 1) },
      xAxis: axisOption(x, 30),
      yAxis: axisOption(y, 46),
      series: [
        ...drawn.map(seriesOption),
        ...drawn.filter(({ intervals }) => intervals !== undefined).map(intervalsOption),
        ...(reference === undefined ? [] : [referenceOption(reference)]),
      ],
    };
  });
}

/** Options of {@link barChart}: one bar per name. */
export interface BarChartOptions {
  readonly x: Pick<Axis, 'name'>;
  readonly y: Axis;
  readonly bars: readonly (readonly [name: string, value: number])[];
}

/** Draws a bar chart as an SVG that scales with its column. */
export function barChart({ x, y, bars }: BarChartOptions): Html {
  return draw(`${y.name} by ${x.name}`, () => ({
    grid: GRID,
    xAxis: { ...axisOption(x, 30), type: 'category', data: bars.map(([name]) => name) },
    yAxis: axisOption(y, 46),
    series: [{ type: 'bar', data: bars.map(([, value]) => value), color: COLOURS.blue, barMaxWidth: 40 }],
  }));
}

/** `12000` as `12K`; numbers below 10,000 unchanged. For axis labels. */
export function shortNumber(value: number): string {
  return value.toLocaleString('en-US', { notation: value < 10_000 ? 'standard' : 'compact' });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function draw(label: string, optionAt: (size: Size) => EChartsCoreOption): Html {
  const both = Object.entries(SIZES).map(([name, size]) => drawAt(name, size, label, optionAt(size)));
  return html`<div class="drawn">${both}</div>`;
}

function drawAt(name: string, size: Size, label: string, option: EChartsCoreOption): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  chart.setOption({ animation: false, textStyle: FONT, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // ECharts numbers its charts across pages. Ids made from a hash of the content keep the bytes of a page reproducible.
  // The classes only serve mouse interaction.
  const still = svg
    .replaceAll(/ class="zr\d+-cls-\d+"|<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/\bzr\d+-/g, '');
  const hash = createHash('sha256').update(still).digest('hex').slice(0, 12);
  const named = still.replaceAll(/\b(id="|url\(#)/g, `$1chart-${hash}-`);
  const opening = html`<svg class="chart ${name}" role="img" aria-label="${label}"`;
  return new Html(named.replace(/<svg width="\d+" height="\d+"/, () => opening.text));
}
