import { WeightsError } from '../errors.js';
import { shown } from './parse.js';
import type { TensorFile } from './tensor-file.js';

/** @throws WeightsError that a file has no tensor of this name, with examples of those it has */
export function missingTensor(file: Pick<TensorFile, 'path' | 'keys'>, name: string): never {
  const names = file.keys();
  const examples =
    names
      .slice(0, 5)
      .map((other) => shown(other))
      .join(', ') + (names.length > 5 ? ', …' : '');
  throw new WeightsError(
    `${file.path}: no tensor ${shown(name)} among ${names.length} (${examples}); check the name`,
  );
}
