/**
 * Returns the bytes of a view, without a copy.
 *
 * @throws TypeError if the value is not a view of a buffer
 */
export function bytesOf(view: ArrayBufferView): Uint8Array {
  if (!ArrayBuffer.isView(view)) throw new TypeError('expected a TypedArray or DataView');
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** Whether a value is an array or a typed array. */
export function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
