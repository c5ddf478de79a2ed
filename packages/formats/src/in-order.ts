/**
 * Processes items concurrently and yields the results in the order of the items, each as soon as it and all before it
 * are done. A slow source does not hold back finished results.
 *
 * @param limit - maximum number of items in progress
 * @param work - must not reject
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const source = iteratorOf(items);
  const underWay: Promise<R>[] = [];
  let isOver = false;
  let next: Promise<IteratorResult<T>> | undefined;
  try {
    for (;;) {
      if (!isOver && underWay.length < limit) next ??= Promise.resolve(source.next());
      const [oldest] = underWay;
      const waited: Promise<IteratorResult<T> | undefined>[] = [];
      if (oldest !== undefined) waited.push(oldest.then(() => undefined));
      if (next !== undefined) waited.push(next);
      if (waited.length === 0) return;
      const item = await Promise.race(waited);
      if (item === undefined) {
        underWay.shift();
        yield await (oldest as Promise<R>);
      } else {
        next = undefined;
        if (item.done === true) isOver = true;
        else underWay.push(work(item.value));
      }
    }
  } finally {
    // A caller that stops early does not wait for an item that may never arrive.
    if (!isOver) void Promise.allSettled([next, source.return?.()]);
  }
}

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
