import type { Operator } from '../operator.js';
import { compiledWithOptions, isOptions } from '../surface.js';
import { Tensor } from '../tensor.js';

type AnyFunction = (...args: never[]) => unknown;

/** Turns one overload of an operator into a method; `this` is the first argument. */
export function method<Signature extends AnyFunction>(name: string, overload = ''): Signature {
  let call: Operator | undefined;
  return function (this: Tensor, ...args: unknown[]) {
    call ??= compiledWithOptions(name, overload);
    return call(this, ...args);
  } as unknown as Signature;
}

/** Turns an operator into a method whose first argument is a tensor or a scalar; each has its own overload. */
export function tensorOrScalar<Signature extends AnyFunction>(
  name: string,
  overloads: readonly [tensor: string, scalar: string] = ['Tensor', 'Scalar'],
): Signature {
  let withTensor: Operator | undefined;
  let withScalar: Operator | undefined;
  return function (this: Tensor, other: unknown, options: unknown) {
    if (other instanceof Tensor) {
      withTensor ??= compiledWithOptions(name, overloads[0]);
      return options === undefined ? withTensor(this, other) : withTensor(this, other, options);
    }
    withScalar ??= compiledWithOptions(name, overloads[1]);
    return options === undefined ? withScalar(this, other) : withScalar(this, other, options);
  } as unknown as Signature;
}

/** Turns an operator into a method that reduces all elements, or only along the dimensions in its first argument. */
export function wholeOrAlong<Signature extends AnyFunction>(name: string, along = 'dim'): Signature {
  let whole: Operator | undefined;
  let alongDims: Operator | undefined;
  return function (this: Tensor, ...args: unknown[]) {
    if (args[0] === undefined || isOptions(args[0])) {
      whole ??= compiledWithOptions(name, '');
      return whole(this, ...args);
    }
    alongDims ??= compiledWithOptions(name, along);
    return alongDims(this, ...args);
  } as unknown as Signature;
}
