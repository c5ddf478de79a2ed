import { createHash } from 'node:crypto';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html, html } from './html.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** The colours of what is drawn. */
export const COLOURS = { blue: '#3566c9', green: '#0b7a4b', orange: '#c9741a' } as const;

/** A line of points (x, y). */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly colour: string;
  /** Marks each point; for lines of few points. */
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

/** Where the label of a line stands: above its end, or below its start. */
type LabelPlace = 'insideEndTop' | 'insideStartBottom';

/** A line chart. */
export interface LineChartOptions {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** A horizontal line to compare with. */
  readonly reference?: { readonly y: number; readonly label: string; readonly labelAt?: LabelPlace };
}

/** Letters keep their size: what is drawn for a wide column cannot be read in a narrow one. */
const SIZES = { wide: { width: 560, height: 300 }, narrow: { width: 340, height: 280 } } as const;
const INK = '#5b6472';
const GRID_LINE = '#e6e9ee';
const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: INK } as const;

/** Around letters that a line may cross. */
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

/** Draws a line chart as SVGs that scale with their column. */
export function lineChart({ x, y, series, reference }: LineChartOptions): Html {
  return draw(`${y.name} by ${x.name}`, {
    legend: LEGEND,
    xAxis: axisOption(x, 30),
    yAxis: axisOption(y, 46),
    series: series.map((one, i) => seriesOption(one, i === 0 ? reference : undefined)),
  });
}

/** A bar for each name. */
export interface BarChartOptions {
  readonly x: Pick<Axis, 'name'>;
  readonly y: Axis;
  readonly bars: readonly (readonly [name: string, value: number])[];
}

/** Draws a bar chart as SVGs that scale with their column. */
export function barChart({ x, y, bars }: BarChartOptions): Html {
  return draw(`${y.name} by ${x.name}`, {
    xAxis: { ...axisOption(x, 30), type: 'category', data: bars.map(([name]) => name) },
    yAxis: axisOption(y, 46),
    series: [{ type: 'bar', data: bars.map(([, value]) => value), color: COLOURS.blue, barMaxWidth: 40 }],
  });
}

/** `12000` as `12K`, and smaller ones as they are; for the marks of an axis. */
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
  // ECharts counts its charts up from page to page: by a name from what it shows, the same page has the same bytes. The
  // classes are only for a mouse over the chart.
  const still = svg
    .replaceAll(/ class="zr\d+-cls-\d+"|<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/\bzr\d+-/g, '');
  const hash = createHash('sha256').update(still).digest('hex').slice(0, 12);
  const named = still.replaceAll(/\b(id="|url\(#)/g, `$1chart-${hash}-`);
  const opening = html`<svg class="chart ${name}" role="img" aria-label="${label}"`;
  return new Html(named.replace(/<svg width="\d+" height="\d+"/, () => opening.text));
}
