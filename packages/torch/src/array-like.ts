/**
 * The bytes that a view shows, over the same memory.
 *
 * @throws TypeError for what is no view of a buffer
 */
export function bytesOf(view: ArrayBufferView): Uint8Array {
  if (!ArrayBuffer.isView(view)) throw new TypeError('expected a TypedArray or DataView');
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** Whether a value is a list of numbers or values: an array or a typed array. */
export function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
