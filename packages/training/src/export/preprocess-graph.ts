import type { Preprocessing } from '../models/preprocessing.js';
import { ELEMENT_TYPES, Graph } from './onnx/graph.js';

/** Opset of the preprocessing: the first whose Resize has antialiasing. */
export const PREPROCESS_OPSET = 18;

/**
 * The evaluation transform as an ONNX graph: `image`, `[height, width, 3]` 8-bit RGB of any size, to `pixel_values`,
 * `[1, 3, imageSize, imageSize]`. It crops the center, resizes with antialiasing, and normalizes. Only onnxruntime's CPU
 * and WASM providers implement the antialiasing, with the algorithm and the rounding of Pillow (microsoft/onnxruntime
 * #13890), so the session must be pinned to one of them.
 */
export function preprocessGraph({ imageSize, fit, cropPct, interpolation, mean, std }: Preprocessing): Graph {
  const graph = new Graph('hashsight-preprocess');
  const image = graph.input({ name: 'image', type: 'uint8', shape: ['height', 'width', 3] });
  const planes = graph.node('Transpose', [image], { perm: [2, 0, 1] });
  const size = graph.node('Slice', [
    graph.node('Shape', [planes]),
    graph.constant('int64', [1]),
    graph.constant('int64', [3]),
  ]);
  const canvas = fit === 'crop' ? { planes, size } : padded(graph, planes, size);
  const cropped = centerCropped(graph, canvas, cropPct);
  const batch = graph.node('Unsqueeze', [cropped, graph.constant('int64', [0])]);
  const sizes = graph.constant('int64', [1, 3, imageSize, imageSize]);
  const resized = graph.node('Resize', [batch, '', '', sizes], {
    mode: interpolation === 'bilinear' ? 'linear' : 'cubic',
    antialias: 1,
    coordinate_transformation_mode: 'half_pixel',
    cubic_coeff_a: { float: -0.5 },
    // Weights beyond the border are left out, as in Pillow; otherwise the border differs by up to 17 levels.
    exclude_outside: 1,
  });
  const values = graph.node('Cast', [resized], { to: ELEMENT_TYPES.float32 });
  const shape = [1, 3, 1, 1];
  const scaled = graph.node('Mul', [
    values,
    graph.constant(
      'float32',
      std.map((one) => 1 / (255 * one)),
      shape,
    ),
  ]);
  const shift = graph.constant(
    'float32',
    std.map((one, channel) => (mean[channel] as number) / one),
    shape,
  );
  graph.node('Sub', [scaled, shift], {}, { name: 'pixel_values' });
  graph.output({ name: 'pixel_values', type: 'float32', shape: [1, 3, imageSize, imageSize] });
  return graph;
}

interface Canvas {
  /** Name of `[3, height, width]`. */
  readonly planes: string;
  /** Name of `[2]` int64: height and width. */
  readonly size: string;
}

/** Centers the image on a white square with its longer side. */
function padded(graph: Graph, planes: string, size: string): Canvas {
  const longer = graph.node('ReduceMax', [size], { keepdims: 1 });
  const missing = graph.node('Sub', [longer, size]);
  const two = graph.constant('int64', [2]);
  const before = graph.node('Div', [missing, two]); // integers are rounded down
  const after = graph.node('Sub', [missing, before]);
  const none = graph.constant('int64', [0]);
  const pads = graph.node('Concat', [none, before, none, after], { axis: 0 });
  const white = graph.weight({
    name: 'white',
    type: 'uint8',
    shape: [],
    byteLength: 1,
    read: () => Uint8Array.of(255),
  });
  const square = graph.node('Pad', [planes, pads, white], { mode: 'constant' });
  return { planes: square, size: graph.node('Concat', [longer, longer], { axis: 0 }) };
}

/** Cuts out the centered square whose side is `share` of the shorter side, rounded. */
function centerCropped(graph: Graph, { planes, size }: Canvas, share: number): string {
  const shorter = graph.node('Cast', [graph.node('ReduceMin', [size], { keepdims: 1 })], {
    to: ELEMENT_TYPES.float64,
  });
  const part = graph.node('Mul', [shorter, graph.constant('float64', [share])]);
  const rounded = graph.node('Floor', [graph.node('Add', [part, graph.constant('float64', [0.5])])]);
  const side = graph.node('Max', [
    graph.node('Cast', [rounded], { to: ELEMENT_TYPES.int64 }),
    graph.constant('int64', [1]),
  ]);
  const start = graph.node('Div', [graph.node('Sub', [size, side]), graph.constant('int64', [2])]);
  const end = graph.node('Add', [start, side]);
  return graph.node('Slice', [planes, start, end, graph.constant('int64', [1, 2])]);
}
