import { METHODS, type MethodName } from '../transfer-options.js';
import { finetuneMethod, scratchMethod } from './finetune.js';
import { knn } from './knn.js';
import type { Method } from './method.js';

/** All methods; a new one is an entry here and a name in `METHODS`. */
const TABLE: Readonly<Partial<Record<MethodName, Method>>> = {
  knn,
  finetune: finetuneMethod,
  scratch: scratchMethod,
};

/** The methods of the given names, each once, in the order of the tables. */
export function methodsOf(names: readonly MethodName[]): Method[] {
  return METHODS.filter((name) => names.includes(name)).flatMap((name) => TABLE[name] ?? []);
}
