/**
 * Refuses the promise of an asynchronous `work`: what a scope sets is undone at its first `await`, and what is made
 * after that belongs to nobody.
 *
 * @throws TypeError when `result` is a promise
 */
export function refusePromise(place: string, result: unknown): void {
  if (!(result instanceof Promise)) return;
  // It runs on outside of its scope; an error there would end the process in the place of this one.
  result.catch(() => {});
  throw new TypeError(`${place}: expected a synchronous function, got one that returns a promise`);
}
