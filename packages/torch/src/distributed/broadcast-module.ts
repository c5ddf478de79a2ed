import type { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

interface Weights {
  parameters(): readonly Tensor[];
  buffers(): readonly Tensor[];
}

/**
 * Copies the parameters and buffers of rank `src` (default 0) to all ranks, as `DistributedDataParallel` does at the
 * start.
 */
export function broadcastModule(
  module: Weights,
  group: ProcessGroup,
  options: { readonly src?: number } = {},
): void {
  group.broadcast([...module.parameters(), ...module.buffers()], options);
}

/**
 * Copies the buffers of rank `src` (default 0) to all ranks. Call it before evaluating or saving a model whose
 * batch-norm statistics differ between ranks.
 */
export function broadcastBuffers(
  module: Weights,
  group: ProcessGroup,
  options: { readonly src?: number } = {},
): void {
  const buffers = module.buffers();
  if (buffers.length > 0) group.broadcast(buffers, options);
}
