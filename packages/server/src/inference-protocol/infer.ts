import { shownText } from '@hashsight/formats';
import type { AnalysisResult, ImageInput, Tagger } from '@hashsight/tagger';
import { HttpError } from '../errors.js';
import type { InferRequest, InferResponse, InputTensor } from './messages.js';
import { BinaryTensors, invalid, tensorData } from './tensors.js';

/** The version of the model: a server has one. */
export const MODEL_VERSION = '1';

/** Images in one request; more is for several requests, which are put into batches anyway. */
const MOST_IMAGES = 64;

/** The inputs that the model takes, either of them. */
export const INPUTS = [
  { name: 'image', datatype: 'BYTES', shape: [-1] },
  { name: 'pixels', datatype: 'UINT8', shape: [-1, -1, -1, 3] },
] as const;

/** The outputs of the model. */
export function outputsOf({ labels, embeddingSize }: Tagger) {
  return [
    { name: 'probabilities', datatype: 'FP32', shape: [-1, labels.length] },
    { name: 'embedding', datatype: 'FP32', shape: [-1, embeddingSize] },
  ] as const;
}

type OutputName = ReturnType<typeof outputsOf>[number]['name'];

/** An answer, and the bytes of its binary tensors, which follow its JSON. */
export interface Inferred {
  readonly response: InferResponse;
  readonly binary: readonly Uint8Array[];
}

/**
 * Answers a request for inference.
 *
 * @param bytes - what follows the JSON of the request
 * @throws HttpError 400 if the tensors are not as the model takes them
 */
export async function infer(
  tagger: Tagger,
  modelName: string,
  request: InferRequest,
  { bytes, signal }: { readonly bytes: Buffer; readonly signal: AbortSignal },
): Promise<Inferred> {
  const images = imagesOf(request, bytes);
  const wanted = wantedOutputs(request, tagger);
  const analysis = {
    tag: { topK: tagger.labels.length },
    embed: wanted.some(({ name }) => name === 'embedding'),
  };
  const results = await allOrNone(images, signal, (image, together) =>
    tagger.analyze(image, analysis, { signal: together }),
  );
  const binary: Uint8Array[] = [];
  const outputs = wanted.map(({ name, isBinary }) => {
    const { shape } = outputsOf(tagger).find((output) => output.name === name) as {
      shape: readonly number[];
    };
    const values = valuesOf(name, results, shape[1] as number);
    const tensor = { name, datatype: 'FP32', shape: [results.length, shape[1] as number] };
    if (!isBinary) return { ...tensor, data: Array.from(values) };
    binary.push(new Uint8Array(values.buffer));
    return { ...tensor, parameters: { binary_data_size: values.byteLength } };
  });
  const response: InferResponse = {
    model_name: modelName,
    model_version: MODEL_VERSION,
    ...(request.id !== undefined && { id: request.id }),
    outputs,
  };
  return { response, binary };
}

/** Runs all images; once one fails, the others are withdrawn. */
async function allOrNone<T>(
  images: readonly ImageInput[],
  signal: AbortSignal,
  run: (image: ImageInput, signal: AbortSignal) => Promise<T>,
): Promise<T[]> {
  const failed = new AbortController();
  const together = AbortSignal.any([signal, failed.signal]);
  const runs = images.map((image) => run(image, together));
  try {
    return await Promise.all(runs);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(runs);
    throw error;
  }
}

function imagesOf({ inputs }: InferRequest, bytes: Buffer): readonly ImageInput[] {
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0) {
    throw new HttpError(400, 'invalid-request', 'expected one input: image, or pixels');
  }
  const known = INPUTS.find(({ name }) => name === input.name);
  if (known === undefined) throw invalid(input, 'expected an input named image or pixels');
  if (input.datatype !== known.datatype)
    throw invalid(input, `expected datatype ${known.datatype}, got ${input.datatype}`);
  const [count = 0] = input.shape;
  if (input.shape.length !== known.shape.length || count < 1 || count > MOST_IMAGES) {
    throw invalid(
      input,
      `expected shape [${known.shape.join(', ')}] with 1 to ${MOST_IMAGES} images, got [${input.shape.join(', ')}]`,
    );
  }
  const binary = new BinaryTensors(bytes);
  const data =
    known.name === 'image' ? (tensorData(input, binary) as readonly Uint8Array[]) : pixelsOf(input, binary);
  binary.end();
  return data;
}

/** `[N, height, width, 3]` to N images. */
function pixelsOf(input: InputTensor, binary: BinaryTensors): ImageInput[] {
  const [count = 0, height = 0, width = 0, channels] = input.shape;
  if (height < 1 || width < 1 || channels !== 3) {
    throw invalid(input, `expected images of RGB, [-1, height, width, 3], got [${input.shape.join(', ')}]`);
  }
  const all = tensorData(input, binary) as Uint8Array;
  const size = height * width * 3;
  // Copied: the tagger may hand the memory of an image to another thread.
  return Array.from({ length: count }, (_, i) => ({
    data: all.slice(i * size, (i + 1) * size),
    width,
    height,
  }));
}

function wantedOutputs(
  { outputs, parameters }: InferRequest,
  tagger: Tagger,
): readonly { readonly name: OutputName; readonly isBinary: boolean }[] {
  const standard = parameters?.binary_data_output ?? false;
  const known = outputsOf(tagger).map(({ name }) => name);
  if (outputs === undefined) return known.map((name) => ({ name, isBinary: standard }));
  return outputs.map((output) => {
    const name = known.find((each) => each === output.name);
    if (name === undefined) {
      throw new HttpError(
        400,
        'invalid-request',
        `expected outputs ${known.join(', ')}, got ${shownText(output.name)}`,
      );
    }
    return { name, isBinary: output.parameters?.binary_data ?? standard };
  });
}

/** `[N, size]`, row by row. */
function valuesOf(
  name: OutputName,
  results: readonly AnalysisResult[],
  size: number,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(results.length * size);
  for (const [i, { tags = [], embedding }] of results.entries()) {
    if (name === 'embedding') values.set(embedding ?? [], i * size);
    else for (const { index, probability } of tags) values[i * size + index] = probability;
  }
  return values;
}
