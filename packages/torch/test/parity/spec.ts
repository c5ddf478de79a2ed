import type { Dtype } from '../../src/index.js';

/** How a tensor argument is drawn: `float` ones take the dtype of the run and get a gradient. */
export interface TensorSpec {
  readonly draw: 'normal' | 'positive' | 'unit' | 'spd' | 'state' | 'index' | 'mask' | 'int';
  readonly shape: readonly number[];
  /** For `index` and `int`: below this number. */
  readonly high?: number;
}

/** An argument of a case; both sides, this one and reference.py, read it. */
export type ArgumentSpec =
  | TensorSpec
  | { readonly dtype: Dtype }
  | number
  | boolean
  | string
  | null
  | readonly ArgumentSpec[];

/** One call of one operator: `name.overload`, arguments in the schema's order, then those by the schema's names. */
export type Case = readonly [
  operator: string,
  args: readonly ArgumentSpec[],
  named?: Readonly<Record<string, ArgumentSpec>>,
];

/** Normal numbers; differentiable. */
export const f = (...shape: number[]): TensorSpec => ({ draw: 'normal', shape });
/** Numbers from 0.5 to 2; differentiable. */
export const positive = (...shape: number[]): TensorSpec => ({ draw: 'positive', shape });
/** Numbers from 0.05 to 0.95; differentiable. */
export const unit = (...shape: number[]): TensorSpec => ({ draw: 'unit', shape });
/** Symmetric positive definite matrices; differentiable. */
export const spd = (...shape: number[]): TensorSpec => ({ draw: 'spd', shape });
/** Numbers from 0.5 to 2 that the operator may change: compared after the call, no gradient. */
export const state = (...shape: number[]): TensorSpec => ({ draw: 'state', shape });
/** Indices (int64) from 0 to `high` - 1. */
export const index = (high: number, ...shape: number[]): TensorSpec => ({ draw: 'index', shape, high });
/** Integers (int32) from 0 to `high` - 1. */
export const int = (high: number, ...shape: number[]): TensorSpec => ({ draw: 'int', shape, high });
/** Booleans. */
export const mask = (...shape: number[]): TensorSpec => ({ draw: 'mask', shape });
/** A dtype as an argument. */
export const dtype = (name: Dtype): ArgumentSpec => ({ dtype: name });

/** A case's arguments, for its title: `normal[2, 3], 0.5, alpha: 2`. */
export function describeArguments([, args, named = {}]: Case): string {
  const describe = (spec: ArgumentSpec): string => {
    if (Array.isArray(spec)) return `[${spec.map(describe).join(', ')}]`;
    if (typeof spec !== 'object' || spec === null) return JSON.stringify(spec);
    return 'draw' in spec ? `${spec.draw}[${spec.shape.join(', ')}]` : (spec as { dtype: Dtype }).dtype;
  };
  const options = Object.entries(named).map(([name, spec]) => `${name}: ${describe(spec)}`);
  return [...args.map(describe), ...options].join(', ');
}
