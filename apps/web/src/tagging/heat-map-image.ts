import type { HeatMap } from '../backend/backend.js';

/** Side of the drawn map in pixels; the browser enlarges it further without visible steps. */
const SIDE = 112;

/** Colors from cold to warm, with their opacity: the image stays visible everywhere. */
const STOPS: readonly (readonly [at: number, red: number, green: number, blue: number, alpha: number])[] = [
  [0, 40, 60, 120, 0.34],
  [0.35, 70, 80, 190, 0.2],
  [0.55, 214, 120, 40, 0.22],
  [0.8, 238, 120, 30, 0.5],
  [1, 226, 60, 30, 0.66],
];

/** A color between the stops: red, green, blue from 0 to 255, and alpha from 0 to 1. */
function colorAt(value: number): readonly [number, number, number, number] {
  const upper = Math.max(
    1,
    STOPS.findIndex(([at]) => at >= value),
  );
  const [low, high] = [STOPS[upper - 1], STOPS[upper]];
  if (low === undefined || high === undefined) return [0, 0, 0, 0];
  const share = Math.min(1, Math.max(0, (value - low[0]) / (high[0] - low[0])));
  const between = (i: 1 | 2 | 3 | 4) => low[i] + share * (high[i] - low[i]);
  return [between(1), between(2), between(3), between(4)];
}

/** Catmull-Rom weights of four neighbors at a position between the inner two. */
function weights(t: number): readonly [number, number, number, number] {
  return [
    0.5 * (-t + 2 * t * t - t ** 3),
    0.5 * (2 - 5 * t * t + 3 * t ** 3),
    0.5 * (t + 4 * t * t - 3 * t ** 3),
    0.5 * (-t * t + t ** 3),
  ];
}

/** The value of a map between its cells' centers; x and y are shares of its sides. */
export function valueAt({ values, width, height }: HeatMap, x: number, y: number): number {
  const [column, row] = [x * width - 0.5, y * height - 0.5];
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [across, down] = [weights(column - left), weights(row - top)];
  const clamp = (index: number, size: number) => Math.min(size - 1, Math.max(0, index));
  let sum = 0;
  for (const [j, vertical] of down.entries()) {
    for (const [i, horizontal] of across.entries()) {
      const index = clamp(top - 1 + j, height) * width + clamp(left - 1 + i, width);
      sum += vertical * horizontal * (values[index] ?? 0);
    }
  }
  return Math.min(1, Math.max(0, sum));
}

/** Draws a map into a canvas, to be laid over the part of the image that it covers. */
export function drawHeatMap(canvas: HTMLCanvasElement, map: HeatMap): void {
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const drawing = context.createImageData(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const [red, green, blue, alpha] = colorAt(valueAt(map, (x + 0.5) / SIDE, (y + 0.5) / SIDE));
      drawing.data.set([red, green, blue, 255 * alpha], 4 * (y * SIDE + x));
    }
  }
  context.putImageData(drawing, 0, 0);
}
