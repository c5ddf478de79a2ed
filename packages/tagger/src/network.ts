import { HashsightError } from '@hashsight/formats';
import type { Pixels, RuntimeInfo } from './api.js';
import { ModelFolderError } from './errors.js';
import type { ModelFolder } from './model-folder.js';
import type { Output, Runtime, Session, Shape } from './runtime/session.js';

/** An image for a forward pass, and the outputs that it needs besides the probabilities. */
export interface Pass {
  /** `[3, imageSize, imageSize]`, normalized. */
  readonly pixels: Float32Array;
  readonly embedding: boolean;
  readonly features: boolean;
}

/** The outputs of an image. */
export interface PassResult {
  /** `[K]`. */
  readonly probabilities: Float32Array;
  /** `[C]`, not normalized. */
  readonly embedding?: Float32Array;
  /** The last feature map, `[C, height, width]`. */
  readonly features?: { readonly data: Float32Array; readonly height: number; readonly width: number };
}

/** The two graphs of a model, checked against its other files. */
export class Network {
  readonly info: Omit<RuntimeInfo, 'decoder'>;
  readonly embeddingSize: number;
  readonly #runtime: Runtime;
  readonly #imageSize: number;

  private constructor(folder: ModelFolder, runtime: Runtime) {
    this.info = runtime.info;
    this.#runtime = runtime;
    this.#imageSize = folder.geometry.imageSize;
    this.embeddingSize = checkedShapes(folder, runtime.model);
  }

  /** @throws ModelFolderError if the graphs do not fit the labels or the configuration */
  static async open(folder: ModelFolder, openRuntime: () => Promise<Runtime>): Promise<Network> {
    const runtime = await openRuntime();
    try {
      return new Network(folder, runtime);
    } catch (error) {
      await runtime.dispose();
      throw error;
    }
  }

  /**
   * Converts an image to the model's input, `[3, imageSize, imageSize]`.
   *
   * @param image - 8-bit RGB, `[height, width, 3]`; its buffer may be gone afterwards
   */
  async preprocess({ data, width, height }: Pixels): Promise<Float32Array> {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const feed = { name: 'image', type: 'uint8', dims: [height, width, 3], parts: [bytes] } as const;
    const { pixel_values } = await run('preprocessing', this.#runtime.preprocess, [feed], ['pixel_values']);
    return (pixel_values as Output).data;
  }

  /** Runs a batch of images; the results are in their order. */
  async run(passes: readonly Pass[]): Promise<readonly PassResult[]> {
    const side = this.#imageSize;
    const parts = passes.map(({ pixels }) => pixels);
    const feed = {
      name: 'pixel_values',
      type: 'float32',
      dims: [parts.length, 3, side, side],
      parts,
    } as const;
    const fetches = ['probabilities'];
    if (passes.some((pass) => pass.embedding)) fetches.push('embedding');
    if (passes.some((pass) => pass.features)) fetches.push('features');
    const outputs = await run('model', this.#runtime.model, [feed], fetches);
    return passes.map((pass, i) => ({
      probabilities: rowOf(outputs.probabilities as Output, i),
      ...(pass.embedding && { embedding: rowOf(outputs.embedding as Output, i) }),
      ...(pass.features && { features: featuresOf(outputs.features as Output, i) }),
    }));
  }

  /** Frees the sessions after what is running. */
  dispose(): Promise<void> {
    return this.#runtime.dispose();
  }
}

async function run(
  what: string,
  session: Session,
  ...call: Parameters<Session['run']>
): ReturnType<Session['run']> {
  try {
    return await session.run(...call);
  } catch (cause) {
    if (cause instanceof HashsightError) throw cause;
    throw new HashsightError(`${what}: onnxruntime failed: ${firstLine(cause)}`, { cause });
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] as string;
}

function rowOf({ dims, data }: Output, row: number): Float32Array {
  const size = dims.slice(1).reduce((a, b) => a * b, 1);
  return data.slice(row * size, (row + 1) * size);
}

function featuresOf(output: Output, row: number): NonNullable<PassResult['features']> {
  const [, , height = 0, width = 0] = output.dims;
  return { data: rowOf(output, row), height, width };
}

/** @returns the length of an embedding */
function checkedShapes({ reader, labels, geometry }: ModelFolder, { inputs, outputs }: Session): number {
  const fail = (text: string) => new ModelFolderError(`${reader.place}: ${text}; export the model again`);
  const size = (shape: Shape | undefined, axis: number) => {
    const length = shape?.[axis];
    return typeof length === 'number' ? length : undefined;
  };
  const side = size(inputs.pixel_values, 2);
  if (side !== geometry.imageSize) {
    throw fail(`expected a model of images of ${geometry.imageSize} pixels, got ${side ?? 'none'}`);
  }
  const classes = size(outputs.probabilities, 1);
  const count = labels.labels.length;
  if (classes !== count)
    throw fail(`labels.json has ${count} labels, but the model has ${classes ?? 'no'} outputs`);
  const embeddingSize = size(outputs.embedding, 1);
  if (embeddingSize === undefined || outputs.features === undefined) {
    throw fail(`expected the outputs "embedding" and "features", got ${Object.keys(outputs).join(', ')}`);
  }
  return embeddingSize;
}
