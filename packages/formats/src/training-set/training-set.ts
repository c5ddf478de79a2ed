import { shownPlace, shownText } from '../shown.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ImageSource } from './image-source.js';

/** An image and its classes. */
export interface Sample {
  /** The post's id, or the path of an image in a folder or a table. */
  readonly id: string;
  /** The image as the post names it; only for people to read. */
  readonly imagePath: string;
  /** Where the image's bytes lie: the absolute path of a file, or of a shard and the part of it. */
  readonly image: ImageSource;
  /** Class indices into the vocabulary, ascending, each once, at least one. */
  readonly labels: readonly number[];
  /** How often an epoch shows it on average; 1 outside of training. */
  readonly replicationFactor: number;
}

/** A sample, for people who look for it: its file, or its shard, its image and its post. */
export function sampleText({ id, imagePath, image }: Sample): string {
  if (image.offset === undefined) return image.file;
  return `${image.file}: ${shownPlace(imagePath)} of post ${shownText(id)}`;
}

/** What a model is trained on and measured by. */
export interface TrainingSet {
  readonly vocabulary: Vocabulary;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
  readonly test: readonly Sample[];
}
