import { decoders, folderReader, openDecoder, openRuntime } from '#platform';
import { Admission } from './admission.js';
import { altText } from './alt-text.js';
import type {
  Analysis,
  AnalysisResult,
  Explanation,
  ImageInput,
  Label,
  ModelInfo,
  RequestOptions,
  RuntimeInfo,
  SuggestOptions,
  Tag,
  TaggerOptions,
  TaggerStats,
  TagOptions,
} from './api.js';
import { Batcher } from './batcher.js';
import { classActivation, type Head } from './class-activation.js';
import { ModelFolderError, TaggerClosedError, UnusableImageError } from './errors.js';
import { seenArea } from './geometry.js';
import { Labels } from './labels.js';
import { type ModelFolder, openModelFolder, readHead } from './model-folder.js';
import { Network, type Pass, type PassResult } from './network.js';
import { type CheckedOptions, checkAnalysis, checkOptions, heldBytes } from './options.js';
import type { ImageDecoder } from './platform/platform.js';
import { parseHead } from './safetensors.js';
import { Slots } from './slots.js';
import { suggestTags } from './suggest.js';

/** An image that is ready for the model. */
interface Prepared {
  readonly pixels: Float32Array;
  readonly image: { readonly width: number; readonly height: number };
  readonly waitMs: number;
  readonly decodeMs: number;
}

/**
 * An exported model that tags images, in Node and in browsers. Requests are asynchronous and run in batches; in Node, they
 * do not block the event loop.
 *
 *     await using tagger = await Tagger.load('model');
 *     const tags = await tagger.tag('photo.jpg');
 */
export class Tagger implements AsyncDisposable {
  /** The hashtags that the model knows, in the order of its outputs. */
  readonly labels: readonly Label[];
  /** Side of the model's input in pixels. */
  readonly imageSize: number;
  /** Length of an embedding. */
  readonly embeddingSize: number;
  readonly runtime: RuntimeInfo;
  readonly info: ModelInfo;
  readonly #folder: ModelFolder;
  readonly #network: Network;
  readonly #decoder: ImageDecoder;
  readonly #known: Labels;
  readonly #batcher: Batcher<Pass, PassResult>;
  readonly #admission: Admission;
  readonly #decoders: Slots;
  #head: Promise<Head> | undefined;
  #closed: TaggerClosedError | undefined;
  #aborted = 0;
  #unusable = 0;

  private constructor(folder: ModelFolder, network: Network, decoder: ImageDecoder, options: CheckedOptions) {
    const { maxSize, latencyBudgetMs, maxQueue, maxQueueBytes } = options.batch;
    this.#folder = folder;
    this.#network = network;
    this.#decoder = decoder;
    this.#known = new Labels(folder.labels.labels);
    this.#batcher = new Batcher((passes) => network.run(passes), { maxSize, latencyBudgetMs });
    this.#admission = new Admission({
      maxCount: maxQueue,
      maxBytes: maxQueueBytes,
      retryAfterMs: () => this.#batcher.backlogMs,
    });
    this.#decoders = new Slots(decoders);
    this.labels = folder.labels.labels;
    this.imageSize = folder.geometry.imageSize;
    this.embeddingSize = network.embeddingSize;
    this.runtime = { ...network.info, decoder: decoder.name };
    this.info = folder.info;
  }

  /**
   * Loads a model.
   *
   * @param folderOrUrl - folder that `hashsight export` wrote, or its URL
   * @throws ModelFolderError if it is no such folder, or a file is damaged
   * @throws UsageError if an option is out of range, or the runtime is not installed
   */
  static async load(folderOrUrl: string | URL, options: TaggerOptions = {}): Promise<Tagger> {
    const checked = checkOptions(options);
    const { signal } = options;
    signal?.throwIfAborted();
    const folder = await openModelFolder(folderReader(folderOrUrl, signal));
    const { limits, decoder: kind } = checked;
    const { geometry } = folder;
    const [network, decoder] = await Promise.allSettled([
      Network.open(folder, () => openRuntime(folder, checked, options)),
      openDecoder({ limits, geometry, concurrency: decoders, decoder: kind }),
    ]);
    const failed = [network, decoder].find((each) => each.status === 'rejected');
    if (network.status === 'fulfilled' && decoder.status === 'fulfilled' && !signal?.aborted) {
      return new Tagger(folder, network.value, decoder.value, checked);
    }
    if (network.status === 'fulfilled') await network.value.dispose();
    if (decoder.status === 'fulfilled') decoder.value.close();
    throw failed?.reason ?? signal?.reason;
  }

  /**
   * The most probable hashtags of an image, most probable first.
   *
   * @throws UnusableImageError, OverloadedError
   */
  async tag(image: ImageInput, { signal, ...tag }: TagOptions & RequestOptions = {}): Promise<Tag[]> {
    const { tags = [] } = await this.analyze(image, { tag }, { ...(signal && { signal }) });
    return [...tags];
  }

  /**
   * The embedding of an image: the input of the last layer, L2-normalized, `[embeddingSize]`. The product of two embeddings
   * is their cosine similarity.
   */
  async embed(image: ImageInput, options: RequestOptions = {}): Promise<Float32Array> {
    const { embedding } = await this.analyze(image, { embed: true }, options);
    return embedding as Float32Array;
  }

  /**
   * Which parts of an image speak for a hashtag.
   *
   * @param hashtag - one of the model's hashtags, or a synonym
   * @throws UsageError if the model does not know the hashtag
   * @throws ModelFolderError if the model was exported without `head.safetensors`
   */
  async explain(image: ImageInput, hashtag: string, options: RequestOptions = {}): Promise<Explanation> {
    const { explanations } = await this.analyze(image, { explain: hashtag }, options);
    return explanations?.[0] as Explanation;
  }

  /**
   * A plain sentence for screen readers, from the hashtags above their promised threshold; undefined if there are none.
   */
  async altText(image: ImageInput, options: RequestOptions = {}): Promise<string | undefined> {
    const { altText } = await this.analyze(image, { altText: true }, options);
    return altText;
  }

  /**
   * Further hashtags for an image that already has some, by the image and by what goes together in the training set.
   *
   * @param hashtags - those of the image; unknown ones are ignored
   */
  async suggest(
    image: ImageInput,
    hashtags: readonly string[],
    { signal, ...options }: SuggestOptions & RequestOptions = {},
  ): Promise<Tag[]> {
    const suggest = { hashtags, ...options };
    const { suggestions = [] } = await this.analyze(image, { suggest }, { ...(signal && { signal }) });
    return [...suggestions];
  }

  /**
   * Several of these at once, from one forward pass, with the time that each part took.
   *
   * @throws UnusableImageError if the image cannot be read or decoded, or exceeds a limit
   * @throws OverloadedError if the queue is full
   * @throws TaggerClosedError if the tagger is disposed of
   */
  async analyze(
    image: ImageInput,
    analysis: Analysis,
    { signal }: RequestOptions = {},
  ): Promise<AnalysisResult> {
    const wanted = checkAnalysis(analysis, this.#known);
    if (this.#closed !== undefined) throw this.#closed;
    const head = wanted.explain.length > 0 ? await this.#lastLayer() : undefined;
    signal?.throwIfAborted();
    const start = performance.now();
    const ticket = this.#admission.enter(heldBytes(image));
    try {
      const prepared = await this.#prepare(image, (bytes) => ticket.hold(bytes), signal);
      if (this.#closed !== undefined) throw this.#closed;
      ticket.hold(prepared.pixels.byteLength);
      const pass: Pass = { pixels: prepared.pixels, embedding: wanted.embed, features: head !== undefined };
      const { result, queueMs, runMs, batchSize } = await this.#batcher.submit(pass, signal);
      const { probabilities } = result;
      const shown = altText(wanted.altText ? this.#known.top(probabilities, { threshold: 'promised' }) : []);
      const timing = {
        queueMs: prepared.waitMs + queueMs,
        decodeMs: prepared.decodeMs,
        modelMs: runMs,
        totalMs: performance.now() - start,
        batchSize,
      };
      return {
        ...(wanted.tag && { tags: this.#known.top(probabilities, wanted.tag) }),
        ...(wanted.embed && { embedding: normalized(result.embedding as Float32Array) }),
        ...(head && {
          explanations: wanted.explain.map((index) => this.#explanation(index, head, result, prepared)),
        }),
        ...(shown !== undefined && { altText: shown }),
        ...(wanted.suggest && {
          suggestions: suggestTags(probabilities, wanted.suggest.hashtags, this.#known, wanted.suggest),
        }),
        image: prepared.image,
        timing,
      };
    } catch (error) {
      if (signal?.aborted) this.#aborted++;
      else if (error instanceof UnusableImageError) this.#unusable++;
      throw error;
    } finally {
      ticket.leave();
    }
  }

  /** State of the queue, and counts since the start. */
  stats(): TaggerStats {
    const { waiting: _, items, ...batches } = this.#batcher.stats;
    const { count, bytes, refused } = this.#admission.stats;
    const { running } = batches;
    const counts = { refused, aborted: this.#aborted, unusable: this.#unusable };
    return { ...batches, ...counts, images: items, queued: count - running, queuedBytes: bytes };
  }

  /** Runs the model once, so that the first request is as fast as the others. */
  async warmUp(): Promise<void> {
    const side = this.imageSize;
    const pixels = await this.#network.preprocess({
      data: new Uint8Array(side * side * 3),
      width: side,
      height: side,
    });
    await this.#batcher.submit({ pixels, embedding: false, features: false });
  }

  /** Frees the model. What runs is finished, what waits is rejected with a TaggerClosedError. */
  async dispose(): Promise<void> {
    this.#closed ??= new TaggerClosedError('tagger: it was disposed of; load it again with Tagger.load');
    await this.#batcher.close(this.#closed);
    await this.#network.dispose();
    this.#decoder.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  async #prepare(
    image: ImageInput,
    hold: (bytes: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<Prepared> {
    const arrival = performance.now();
    return this.#decoders.use(async () => {
      const start = performance.now();
      const { pixels, image: size } = await this.#decoder.decode(image, signal);
      signal?.throwIfAborted();
      if (pixels instanceof Float32Array) return { pixels, image: size, ...times(arrival, start) };
      hold(pixels.data.byteLength);
      const input = await this.#network.preprocess(pixels);
      signal?.throwIfAborted();
      return { pixels: input, image: size, ...times(arrival, start) };
    }, signal);
  }

  #explanation(
    index: number,
    head: Head,
    { probabilities, features }: PassResult,
    { image }: Prepared,
  ): Explanation {
    const { name } = this.labels[index] as Label;
    const { data, height, width } = features as NonNullable<PassResult['features']>;
    const map = classActivation(data, head, index);
    const area = seenArea(image, this.#folder.geometry);
    return { hashtag: name, probability: probabilities[index] as number, map, width, height, area };
  }

  #lastLayer(): Promise<Head> {
    this.#head ??= this.#readLastLayer().catch((error: unknown) => {
      this.#head = undefined; // a server may answer the next time
      throw error;
    });
    return this.#head;
  }

  async #readLastLayer(): Promise<Head> {
    const bytes = await readHead(this.#folder);
    const place = `${this.#folder.reader.place}: head.safetensors`;
    if (bytes === undefined) {
      throw new ModelFolderError(`${place}: missing, and explanations need it; export the model again`);
    }
    return parseHead(place, bytes, { classes: this.labels.length, channels: this.embeddingSize });
  }
}

function times(arrival: number, start: number): Pick<Prepared, 'waitMs' | 'decodeMs'> {
  return { waitMs: start - arrival, decodeMs: performance.now() - start };
}

function normalized(embedding: Float32Array): Float32Array {
  const length = Math.hypot(...embedding);
  return length === 0 ? embedding : embedding.map((value) => value / length);
}
