import { readFile } from 'node:fs/promises';
import { inferenceMode, tidy } from '@hashsight/torch';
import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { cutPicture, normalise } from '../input/index.js';
import type { ResNet } from '../models/index.js';
import { loadModel, openRunFolder, probabilitiesOf, type RunFolder, topClasses } from '../training/index.js';

/** A hashtag and how likely the model thinks it, from 0 to 1. */
export interface Prediction {
  readonly hashtag: string;
  readonly probability: number;
}

/**
 * A trained model, loaded once, that says which hashtags a picture would get. To be disposed of, best by `using`.
 *
 *     using predictor = await Predictor.load('run');
 *     const [best] = await predictor.predict('photo.jpg');
 */
export class Predictor implements Disposable {
  /** The hashtags it knows. */
  readonly hashtags: readonly string[];
  readonly #run: RunFolder;
  readonly #model: ResNet;

  private constructor(run: RunFolder, model: ResNet) {
    this.hashtags = run.vocabulary.classes.map(({ name }) => name);
    this.#run = run;
    this.#model = model;
  }

  /**
   * Loads the model of a run.
   *
   * @param run - the folder that `train` wrote
   * @param options.checkpoint - a checkpoint's folder; default: the newest complete one
   * @throws InputError when the folder is not a run, or has no complete checkpoint
   */
  static async load(
    run: string,
    options: { readonly checkpoint?: string; readonly onNote?: (text: string) => void } = {},
  ): Promise<Predictor> {
    const folder = await openRunFolder(run);
    const { model } = await loadModel(folder, options);
    return new Predictor(folder, model);
  }

  /**
   * The likeliest hashtags of a picture, the likeliest first.
   *
   * @param picture - path of a JPEG, PNG, WebP or SVG file, or its bytes
   * @param options.top - how many; default 5
   * @throws InputError when the picture cannot be read
   */
  async predict(
    picture: string | Uint8Array,
    options: { readonly top?: number } = {},
  ): Promise<Prediction[]> {
    const { training } = this.#run.config;
    const pixels = await this.#cut(picture);
    const probabilities = tidy(() =>
      inferenceMode(() => {
        const input = normalise(pixels, training.input.imageSize, training);
        const answers = probabilitiesOf(this.#model.forward(input), training.loss);
        return answers.toTypedArray() as Float32Array;
      }),
    );
    return topClasses(probabilities, options.top ?? 5).map((label) => ({
      hashtag: this.hashtags[label] as string,
      probability: probabilities[label] as number,
    }));
  }

  async #cut(picture: string | Uint8Array): Promise<Uint8Array> {
    const place = typeof picture === 'string' ? picture : 'picture';
    try {
      const bytes = typeof picture === 'string' ? await readFile(picture) : picture;
      return await cutPicture(bytes, this.#run.config.training.input);
    } catch (error) {
      const unusable = unusablePath(place, error);
      if (unusable instanceof InputError) throw unusable;
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      throw new InputError(
        `${place}: expected a JPEG, PNG, WebP or SVG picture, got one that cannot be decoded: ${reason}`,
        {
          cause: error,
        },
      );
    }
  }

  /** Frees the model. */
  dispose(): void {
    this.#model.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
