import { METHODS, type MethodName } from '../transfer-options.js';
import { finetuneMethod, scratchMethod } from './finetune.js';
import { knn } from './knn.js';
import type { Method } from './method.js';
import { probe, randomFeatures } from './probe.js';

/** All methods; a new one is an entry here and a name in `METHODS`. */
const TABLE: Readonly<Record<MethodName, Method>> = {
  probe,
  knn,
  finetune: finetuneMethod,
  random: randomFeatures,
  scratch: scratchMethod,
};

/** The methods of the given names, each once, in the order of the tables. */
export function methodsOf(names: readonly MethodName[]): Method[] {
  return METHODS.filter((name) => names.includes(name)).map((name) => TABLE[name]);
}
