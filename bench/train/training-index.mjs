import { writeFile } from 'node:fs/promises';
import { readTrainingSet } from 'hashsight';

/** Writes where the images of a training set lie and their labels, for a script in Python that reads the same shards. */
export async function writeTrainingIndex(data, file) {
  const { vocabulary, train, validation } = await readTrainingSet(data);
  const places = (samples) => samples.map(({ image, labels }) => ({ ...image, labels }));
  const index = { classes: vocabulary.classes.length, train: places(train), validation: places(validation) };
  await writeFile(file, JSON.stringify(index));
  return { classes: index.classes, images: train.length };
}
