import { shownPlace, shownText } from '../shown.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ImageSource } from './image-source.js';

/** An image and its classes. */
export interface Sample {
  /** Id of the post, or path of an image in a folder or table. */
  readonly id: string;
  /** Path of the image in the post, for messages. */
  readonly imagePath: string;
  /** Location of the image bytes: the absolute path of a file, or of a shard with a byte range. */
  readonly image: ImageSource;
  /** Class indices in the vocabulary: ascending, distinct, at least one. */
  readonly labels: readonly number[];
  /** Mean number of times that an epoch shows the image; 1 outside of training. */
  readonly replicationFactor: number;
}

/** A description of a sample for messages: its file, or its shard, image and post. */
export function sampleText({ id, imagePath, image }: Sample): string {
  if (image.offset === undefined) return image.file;
  return `${image.file}: ${shownPlace(imagePath)} of post ${shownText(id)}`;
}

/** The data for training and evaluating a model. */
export interface TrainingSet {
  readonly vocabulary: Vocabulary;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
  readonly test: readonly Sample[];
}
