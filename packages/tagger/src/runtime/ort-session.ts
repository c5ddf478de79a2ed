import type * as OrtWeb from 'onnxruntime-web';
import type { Feed, ModelSource, Output, Session, Shape } from './session.js';

/** What onnxruntime-node and onnxruntime-web have in common. */
export type Ort = Pick<typeof OrtWeb, 'InferenceSession' | 'Tensor'>;

/** Session of onnxruntime in this thread. */
export class OrtSession implements Session {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly outputs: Readonly<Record<string, Shape>>;
  readonly #ort: Ort;
  readonly #session: OrtWeb.InferenceSession;

  private constructor(ort: Ort, session: OrtWeb.InferenceSession) {
    this.#ort = ort;
    this.#session = session;
    this.inputs = shapesOf(session.inputMetadata);
    this.outputs = shapesOf(session.outputMetadata);
  }

  /** @throws Error of onnxruntime if the model cannot be loaded */
  static async open(
    ort: Ort,
    source: ModelSource,
    options: OrtWeb.InferenceSession.SessionOptions,
  ): Promise<OrtSession> {
    if ('path' in source) return new OrtSession(ort, await ort.InferenceSession.create(source.path, options));
    const { bytes, external } = source;
    const externalData = external.length > 0 ? { externalData: [...external] } : {};
    return new OrtSession(ort, await ort.InferenceSession.create(bytes, { ...options, ...externalData }));
  }

  async run(feeds: readonly Feed[], fetches: readonly string[]): Promise<Readonly<Record<string, Output>>> {
    const { Tensor } = this.#ort;
    const inputs: Record<string, OrtWeb.Tensor> = {};
    for (const { name, type, dims, parts } of feeds) {
      inputs[name] = new Tensor(type, joined(parts) as Float32Array & Uint8Array, dims);
    }
    const results = await this.#session.run(inputs, [...fetches]);
    const outputs: Record<string, Output> = {};
    for (const name of fetches) {
      const tensor = results[name] as OrtWeb.Tensor;
      outputs[name] = { dims: tensor.dims, data: (await tensor.getData()) as Float32Array };
      tensor.dispose();
    }
    return outputs;
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

function shapesOf(metadata: readonly OrtWeb.InferenceSession.ValueMetadata[]): Record<string, Shape> {
  return Object.fromEntries(metadata.map((value) => [value.name, value.isTensor ? value.shape : []]));
}

function joined(parts: readonly (Float32Array | Uint8Array)[]): Float32Array | Uint8Array {
  const [first] = parts;
  if (first === undefined) throw new TypeError('expected at least one part');
  if (parts.length === 1) return first;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = first instanceof Float32Array ? new Float32Array(length) : new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
