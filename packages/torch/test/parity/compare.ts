import assert from 'node:assert/strict';
import { isFloatingPoint, ops, type Tensor } from '../../src/index.js';
import type { Tolerance } from './tolerances.js';

/** Fails unless two tensors are the same within a tolerance, in shape and dtype too; says by how much they differ. */
export function assertSame(ours: Tensor, theirs: Tensor, { atol, rtol }: Tolerance, what: string): void {
  assert.deepEqual([ours.dtype, ours.shape], [theirs.dtype, theirs.shape], what);
  const [a, b] = [ours, theirs].map((side) => Buffer.from(side.toTypedArray().buffer)) as [Buffer, Buffer];
  if (a.equals(b)) return;
  assert.ok(isFloatingPoint(ours.dtype), `${what}: expected equal ${ours.dtype} tensors`);
  const [x, y] = [ours.to({ dtype: 'float64' }), theirs.to({ dtype: 'float64' })];
  const difference = x.sub(y).abs();
  const most = difference.max().item();
  const relative = ops.aten.nanToNum(difference.div(y.abs())).max().item();
  const isClose = x.allclose(y, { rtol, atol, equalNan: true });
  assert.ok(isClose, `${what}: expected at most ${atol} + ${rtol} |y|, got ${most} (relative ${relative})`);
}
