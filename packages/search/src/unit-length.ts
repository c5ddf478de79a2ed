import { UsageError } from '@hashsight/formats';

/** How far the length of an embedding may be from 1; float32 of 2,048 values is off by about 1e-6. */
const TOLERANCE = 1e-3;

/** Whether values are an embedding: of length 1, and therefore finite. */
export function isUnit(values: Float32Array): boolean {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) ** 2;
  return Math.abs(Math.sqrt(squares) - 1) <= TOLERANCE;
}

/**
 * Checks an embedding that a caller gives.
 *
 * @param place - for the message: the image, or `search`
 * @throws UsageError if it has not `size` values, or not length 1
 */
export function checkUnit(place: string, values: Float32Array, size: number): void {
  if (values.length !== size) {
    throw new UsageError(`${place}: expected an embedding of ${size} values, got ${values.length}`);
  }
  if (!isUnit(values)) throw new UsageError(`${place}: expected an embedding of length 1; normalize it`);
}
