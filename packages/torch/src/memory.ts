import { type Handle, native } from './native.js';
import { refusePromise } from './synchronous.js';

/**
 * A value that lives on the native side: a {@link Tensor}, a {@link Generator}, or something opaque an operator
 * returned (packed weights, a dictionary). It lives until `dispose()`, the end of its `using` block or of the
 * {@link tidy} it was made in; the garbage collector is only the safety net.
 */
export class NativeValue implements Disposable {
  /** The native side's name for the value, for calls into it; 0 after disposal. */
  handle: Handle;
  /** Whether the garbage collector will free the value, should nobody else. */
  #isWatched = false;
  /** Whether the tidy() it was made in must leave it alone. */
  #isKept = false;

  constructor(handle: Handle) {
    this.handle = handle;
    scope.push(this);
    if (scope === unscoped) scheduleWatch();
  }

  /** Whether the value is gone. */
  get isDisposed(): boolean {
    return this.handle === 0;
  }

  /** Frees the native value at once. Doing it twice is harmless. */
  dispose(): void {
    if (this.handle !== 0) native.release(this.surrender());
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Hands the value to the garbage collector's care. */
  watch(): void {
    if (this.#isWatched || this.handle === 0) return;
    this.#isWatched = true;
    safetyNet.register(this, this.handle, this);
    native.watch(this.handle);
  }

  /** Takes the value out of every {@link tidy}: from now on it lives until `dispose()`. Returns it. */
  keep(): this {
    this.#isKept = true;
    this.watch();
    return this;
  }

  /** Gives the native value away: this object is as if disposed, and the handle belongs to the caller. */
  surrender(): Handle {
    if (this.#isWatched) safetyNet.unregister(this);
    this.#isWatched = false;
    const { handle } = this;
    this.handle = 0;
    return handle;
  }

  /** What the end of a tidy() does to a value it does not return. */
  leaveScope(): void {
    if (!this.#isKept) this.dispose();
  }
}

const safetyNet = new FinalizationRegistry<Handle>((handle) => native.release(handle));

// Values made outside of any tidy(). Most of them are disposed of in the same turn of the event loop, and registering
// a value with the garbage collector costs a quarter of a small operator: so it waits for the end of the turn.
const unscoped: NativeValue[] = [];
const UNSCOPED_LIMIT = 1024;
let isWatchScheduled = false;

/** The values to free at the end of the innermost tidy(). */
let scope: NativeValue[] = unscoped;

function watchUnscoped(): void {
  for (const value of unscoped) value.watch();
  unscoped.length = 0;
}

function scheduleWatch(): void {
  if (unscoped.length >= UNSCOPED_LIMIT) watchUnscoped();
  if (isWatchScheduled) return;
  isWatchScheduled = true;
  queueMicrotask(() => {
    isWatchScheduled = false;
    watchUnscoped();
  });
}

/** Calls `visit` with every native value inside a result: in arrays, plain objects, maps and sets, at any depth. */
function forEachNativeValue(result: unknown, visit: (value: NativeValue) => void): void {
  if (typeof result !== 'object' || result === null) return;
  if (result instanceof NativeValue) {
    visit(result);
  } else if (Array.isArray(result) || result instanceof Set) {
    for (const item of result) forEachNativeValue(item, visit);
  } else if (result instanceof Map) {
    for (const item of result.values()) forEachNativeValue(item, visit);
  } else if (Object.getPrototypeOf(result) === Object.prototype || Object.getPrototypeOf(result) === null) {
    for (const item of Object.values(result)) forEachNativeValue(item, visit);
  }
}

/**
 * Runs `work` and frees every tensor made in it, except those it returns (in arrays, plain objects, maps or sets too)
 * and those that were kept ({@link NativeValue.keep}). Scopes nest: what is returned belongs to the scope outside. When
 * `work` throws, all its tensors are freed.
 *
 * @throws TypeError when `work` is asynchronous; use `using` there
 */
export function tidy<T>(work: () => T): T {
  const outer = scope;
  const mine: NativeValue[] = [];
  scope = mine;
  let survivors: Set<NativeValue> | undefined;
  try {
    const result = work();
    refusePromise('tidy', result);
    forEachNativeValue(result, (value) => {
      survivors ??= new Set();
      survivors.add(value);
    });
    return result;
  } finally {
    scope = outer;
    for (const value of mine) {
      if (survivors?.has(value)) {
        outer.push(value);
        if (outer === unscoped) scheduleWatch();
      } else {
        value.leaveScope();
      }
    }
  }
}

/**
 * What the native side holds for this environment (the main thread, or one worker).
 *
 * @returns `tensors`: live native values; `bytes`: of the storages that were made with them (views add nothing,
 * memory that only the autograd graph holds is not counted)
 */
export function memory(): { tensors: number; bytes: number } {
  return native.memory();
}
