import { createHash } from 'node:crypto';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Html } from './html.js';

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

/** A line chart. */
export interface LineChartOptions {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** A horizontal line to compare with. */
  readonly reference?: { readonly y: number; readonly label: string };
}

const SIZE = { width: 560, height: 300 };
const INK = '#5b6472';
const GRID_LINE = '#e6e9ee';

function axisOption({ name, type = 'value', min, max, format }: Axis, nameGap: number): object {
  return {
    type,
    name,
    nameLocation: 'middle',
    nameGap,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    axisLabel: { color: INK, fontSize: 12, ...(format !== undefined && { formatter: format }) },
    nameTextStyle: { color: INK, fontSize: 12 },
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
        label: { formatter: reference.label, position: 'insideEndTop', color: INK, fontSize: 12 },
        data: [{ yAxis: reference.y }],
      },
    }),
  };
}

/** Draws a line chart as an SVG that scales with its column. */
export function lineChart({ x, y, series, reference }: LineChartOptions): Html {
  return draw({
    legend: { top: 0, left: 50, icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: { color: INK } },
    xAxis: axisOption(x, 30),
    yAxis: axisOption(y, 42),
    series: series.map((one, i) => seriesOption(one, i === 0 ? reference : undefined)),
  });
}

/** A bar for each name. */
export interface BarChartOptions {
  readonly x: Pick<Axis, 'name'>;
  readonly y: Axis;
  readonly bars: readonly (readonly [name: string, value: number])[];
}

/** Draws a bar chart as an SVG that scales with its column. */
export function barChart({ x, y, bars }: BarChartOptions): Html {
  return draw({
    xAxis: { ...axisOption(x, 30), type: 'category', data: bars.map(([name]) => name) },
    yAxis: axisOption(y, 48),
    series: [{ type: 'bar', data: bars.map(([, value]) => value), color: COLOURS.blue, barMaxWidth: 40 }],
  });
}

function draw(option: EChartsCoreOption): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption({ animation: false, grid: { left: 64, right: 20, top: 36, bottom: 48 }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // ECharts counts its charts up from page to page: by a name from what it shows, the same page has the same bytes. The
  // classes are only for a mouse over the chart.
  const still = svg
    .replaceAll(/ class="zr\d+-cls-\d+"|<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/\bzr\d+-/g, '');
  const name = createHash('sha256').update(still).digest('hex').slice(0, 12);
  const named = still.replaceAll(/\b(id="|url\(#)/g, `$1chart-${name}-`);
  return new Html(named.replace(/<svg width="\d+" height="\d+"/, '<svg class="chart" role="img"'));
}
