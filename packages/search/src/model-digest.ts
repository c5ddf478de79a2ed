import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, MODEL_FILES } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';

/**
 * Identifies the model in an exported folder by its weights: the SHA-256 of `onnx/model.onnx`, and of the file of weights
 * beside it if the model is larger than 1 GiB.
 *
 * @returns 64 hexadecimal digits
 * @throws InputError if the folder holds no exported model
 */
export async function modelDigest(folder: string): Promise<string> {
  const model = path.join(folder, MODEL_FILES.model);
  if (!(await isFile(model))) {
    throw new InputError(
      `${folder}: expected a folder that hashsight export wrote, got no ${MODEL_FILES.model}`,
    );
  }
  const digest = await fileDigest(model);
  const weights = `${model}.data`;
  if (!(await isFile(weights))) return digest;
  return createHash('sha256')
    .update(digest)
    .update(await fileDigest(weights))
    .digest('hex');
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
