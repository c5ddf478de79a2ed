import type { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

interface Weights {
  parameters(): readonly Tensor[];
  buffers(): readonly Tensor[];
}

/** Gives every rank the parameters and buffers of rank `src` (default 0), as `DistributedDataParallel` does when it begins. */
export function broadcastModule(
  module: Weights,
  group: ProcessGroup,
  options: { readonly src?: number } = {},
): void {
  group.broadcast([...module.parameters(), ...module.buffers()], options);
}

/**
 * Gives every rank the buffers of rank `src` (default 0): where each keeps batch-norm statistics of its own samples, before they
 * are used or saved.
 */
export function broadcastBuffers(
  module: Weights,
  group: ProcessGroup,
  options: { readonly src?: number } = {},
): void {
  const buffers = module.buffers();
  if (buffers.length > 0) group.broadcast(buffers, options);
}
