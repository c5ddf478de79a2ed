/**
 * Rejects the promise of an asynchronous `work`. A scope ends at the first `await`, so tensors created later would
 * belong to no scope.
 *
 * @throws TypeError if `result` is a promise
 */
export function refusePromise(name: string, result: unknown): void {
  if (!(result instanceof Promise)) return;
  // The function is still running outside its scope. Without this handler, its error would end the process and hide
  // this one.
  result.catch(() => {});
  throw new TypeError(`${name}: expected a synchronous function, got one that returns a promise`);
}
