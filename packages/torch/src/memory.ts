import { type Handle, native } from './native.js';
import { refusePromise } from './synchronous.js';

/**
 * A value owned by the native side: a {@link Tensor}, a {@link Generator}, or an opaque result of an operator (packed
 * weights, a dictionary). It is freed by `dispose()`, at the end of its `using` block, or at the end of the {@link
 * tidy} that created it. The garbage collector is only a safety net.
 */
export class NativeValue implements Disposable {
  /** The value's handle on the native side; 0 after disposal. */
  handle: Handle;
  /** Whether the garbage collector frees the value. */
  #isWatched = false;
  /** Whether tidy() must not free it. */
  #isKept = false;

  constructor(handle: Handle) {
    this.handle = handle;
    scope.push(this);
    if (scope === unscoped) scheduleWatch();
  }

  /** Whether the value was disposed. */
  get isDisposed(): boolean {
    return this.handle === 0;
  }

  /** Frees the native value now. Calling it twice is harmless. */
  dispose(): void {
    if (this.handle !== 0) native.release(this.surrender());
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** Lets the garbage collector free the value. */
  watch(): void {
    if (this.#isWatched || this.handle === 0) return;
    this.#isWatched = true;
    safetyNet.register(this, this.handle, this);
    native.watch(this.handle);
  }

  /** Excludes the value from every {@link tidy}; it lives until `dispose()`. Returns the value. */
  keep(): this {
    this.#isKept = true;
    this.watch();
    return this;
  }

  /** Transfers the native value to the caller. This object counts as disposed afterwards. */
  surrender(): Handle {
    if (this.#isWatched) safetyNet.unregister(this);
    this.#isWatched = false;
    const { handle } = this;
    this.handle = 0;
    return handle;
  }

  /** Called at the end of a tidy() for values that it does not return. */
  leaveScope(): void {
    if (!this.#isKept) this.dispose();
  }
}

const safetyNet = new FinalizationRegistry<Handle>((handle) => native.release(handle));

// Values created outside any tidy(). Most are disposed within the same turn of the event loop, and registering a value
// with the garbage collector costs a quarter of a small operator, so registration waits for the end of the turn.
const unscoped: NativeValue[] = [];
const UNSCOPED_LIMIT = 1024;
let isWatchScheduled = false;

/** Values to free at the end of the innermost tidy(). */
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

/** Calls `visit` for every native value in a result, at any depth of arrays, plain objects, maps, and sets. */
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
 * Runs `work` and frees every tensor created in it, except the returned ones (also inside arrays, plain objects, maps,
 * and sets) and the kept ones ({@link NativeValue.keep}). Scopes nest: returned tensors belong to the outer scope. If
 * `work` throws, all its tensors are freed.
 *
 * @throws TypeError if `work` is asynchronous; use `using` instead
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
 * The native values and memory of this environment (the main thread or one worker).
 *
 * @returns `tensors`: number of live native values; `bytes`: size of the storages created with them. Views add nothing,
 * and memory held only by the autograd graph is not counted
 */
export function memory(): { tensors: number; bytes: number } {
  return native.memory();
}
