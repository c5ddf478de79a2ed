import { SafetensorsFile } from './read.js';
import type { OpenOptions, TensorFile } from './tensor-file.js';

/**
 * Opens a file of named tensors. Its form is detected by its content, not by its name. Tensors are read later. Close the
 * file, best with `using`.
 *
 *     using file = openTensorFile('resnext101.pth');
 *     using weight = file.get('conv1.weight');
 *
 * @throws WeightsError if the file does not exist or is invalid
 */
export function openTensorFile(path: string, options: OpenOptions = {}): TensorFile {
  return new SafetensorsFile(path, options.device ?? 'cpu');
}
