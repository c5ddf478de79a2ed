import { createHash } from 'node:crypto';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html, html } from './html.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** Colors of charts. */
export const COLOURS = { blue: '#3566c9', green: '#0b7a4b', orange: '#c9741a' } as const;

/** A line of points (x, y). */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly colour: string;
  /** Whether to mark each point; for lines with few points. */
  readonly hasSymbols?: boolean;
}

/** An axis of a {@link lineChart}. */
export interface Axis {
  readonly name: string;
  readonly type?: 'value' | 'log';
  readonly min?: number;
  readonly max?: number;
  readonly format?: (value: number) => string;
}

/** Position of a line's label: above its end or below its start. */
type LabelPosition = 'insideEndTop' | 'insideStartBottom';

/** A line chart. */
export interface LineChartOptions {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** A horizontal reference line. */
  readonly reference?: { readonly y: number; readonly label: string; readonly labelAt?: LabelPosition };
}

/** A chart is drawn in two sizes, because text scaled down for a narrow column would be illegible. */
const SIZES = { wide: { width: 560, height: 300 }, narrow: { width: 340, height: 280 } } as const;
const INK = '#5b6472';
const GRID_LINE = '#e6e9ee';
const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: INK } as const;

/** Outline of text that a line may cross. */
const HALO = { textBorderColor: '#fff', textBorderWidth: 3 } as const;

function axisOption({ name, type = 'value', min, max, format }: Axis, nameGap: number): object {
  return {
    type,
    name,
    nameLocation: 'middle',
    nameGap,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    axisLabel: { ...FONT, hideOverlap: true, ...(format !== undefined && { formatter: format }) },
    nameTextStyle: FONT,
    axisLine: { lineStyle: { color: '#b8bfca' } },
    splitLine: { lineStyle: { color: GRID_LINE } },
    minorSplitLine: { show: false },
  };
}

function seriesOption(
  { name, points, colour, hasSymbols = false }: Series,
  reference: LineChartOptions['reference'],
): object {
  return {
    type: 'line',
    name,
    data: points,
    showSymbol: hasSymbols,
    symbolSize: 7,
    color: colour,
    lineStyle: { width: 2 },
    ...(reference !== undefined && {
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: INK, type: 'dashed' },
        label: {
          ...FONT,
          ...HALO,
          formatter: reference.label,
          position: reference.labelAt ?? 'insideEndTop',
        },
        data: [{ yAxis: reference.y }],
      },
    }),
  };
}

const LEGEND = {
  ...{ top: 0, left: 50, itemGap: 16 },
  ...{ icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: FONT },
};

/** Draws a line chart as an SVG that scales with its column. */
export function lineChart({ x, y, series, reference }: LineChartOptions): Html {
  return draw(`${y.name} by ${x.name}`, {
    legend: LEGEND,
    xAxis: axisOption(x, 30),
    yAxis: axisOption(y, 46),
    series: series.map((one, i) => seriesOption(one, i === 0 ? reference : undefined)),
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
  return draw(`${y.name} by ${x.name}`, {
    xAxis: { ...axisOption(x, 30), type: 'category', data: bars.map(([name]) => name) },
    yAxis: axisOption(y, 46),
    series: [{ type: 'bar', data: bars.map(([, value]) => value), color: COLOURS.blue, barMaxWidth: 40 }],
  });
}

/** `12000` as `12K`; numbers below 10,000 unchanged. For axis labels. */
export function shortNumber(value: number): string {
  return value.toLocaleString('en-US', { notation: value < 10_000 ? 'standard' : 'compact' });
}

function draw(label: string, option: EChartsCoreOption): Html {
  const both = Object.entries(SIZES).map(([name, size]) => drawAt(name, size, label, option));
  return html`<div class="drawn">${both}</div>`;
}

function drawAt(
  name: string,
  size: { readonly width: number; readonly height: number },
  label: string,
  option: EChartsCoreOption,
): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  const grid = { left: 62, right: 18, top: 36, bottom: 48 };
  chart.setOption({ animation: false, textStyle: FONT, grid, ...option });
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
