import type { RuntimeInfo } from '../api.js';

/** A shape whose symbolic dimensions have names. */
export type Shape = readonly (number | string)[];

/** Input of a session. `parts` are concatenated along the first dimension. */
export interface Feed {
  readonly name: string;
  readonly type: 'float32' | 'uint8';
  readonly dims: readonly number[];
  readonly parts: readonly (Float32Array | Uint8Array)[];
}

/** Output of a session: float32 values in row-major order. */
export interface Output {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** An ONNX model that is ready to run. Calls of `run` must not overlap. */
export interface Session {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly outputs: Readonly<Record<string, Shape>>;
  /** Runs the model. The buffers of the feeds may be gone afterwards. */
  run(feeds: readonly Feed[], fetches: readonly string[]): Promise<Readonly<Record<string, Output>>>;
}

/** The sessions of a model. */
export interface Runtime {
  readonly info: Omit<RuntimeInfo, 'decoder'>;
  /** `image` to `pixel_values`, on the CPU. */
  readonly preprocess: Session;
  readonly model: Session;
  /** Ends the sessions and their threads after what is running. */
  dispose(): Promise<void>;
}

/** An ONNX file: its path, or its bytes with the weights that it keeps in files of their own. */
export type ModelSource =
  | { readonly path: string }
  | {
      readonly bytes: Uint8Array;
      readonly external: readonly { readonly path: string; readonly data: Uint8Array }[];
    };
