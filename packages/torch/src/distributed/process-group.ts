import { NativeValue } from '../memory.js';
import { type Handle, native } from '../native.js';
import { Tensor } from '../tensor.js';

/** Through what the ranks talk: Gloo for tensors on the CPU, NCCL for those on CUDA devices. */
export type Backend = 'gloo' | 'nccl';

/** How {@link ProcessGroup.allReduce} makes one value of those of all ranks. */
export type ReduceOperation = 'sum' | 'avg' | 'max' | 'min';

/** Who a process is in its group. */
export interface Place {
  /** 0 to `worldSize` - 1. */
  readonly rank: number;
  /** The rank among the processes of this machine. */
  readonly localRank: number;
  /** How many processes there are. */
  readonly worldSize: number;
}

/**
 * The processes that train together. Every rank must make the same calls in the same order with tensors of the same
 * shapes; each call returns when the others have made theirs.
 *
 * All calls throw a DistributedError when another rank has ended, and when one does not answer within the group's
 * timeout. The group is of no use after that: end the process, and let its launcher start all ranks again.
 */
export class ProcessGroup extends NativeValue implements Place {
  readonly backend: Backend;
  readonly rank: number;
  readonly localRank: number;
  readonly worldSize: number;

  /** Takes over a group that `initProcessGroup` opened. */
  constructor(handle: Handle, backend: Backend, place: Place) {
    super(handle);
    this.keep();
    this.backend = backend;
    this.rank = place.rank;
    this.localRank = place.localRank;
    this.worldSize = place.worldSize;
  }

  /** Puts the sum (or what `op` says) over all ranks in the place of each element. Returns the tensor. */
  allReduce(tensor: Tensor, options: { readonly op?: ReduceOperation } = {}): Tensor {
    native.allReduce(this.handle, tensor.handle, options.op ?? 'sum');
    return tensor;
  }

  /** Puts the elements of rank `src` (default 0) into the same tensors on every other rank; many tensors in few messages. */
  broadcast(tensors: Tensor | readonly Tensor[], options: { readonly src?: number } = {}): void {
    const list = tensors instanceof Tensor ? [tensors] : tensors;
    native.broadcast(
      this.handle,
      list.map(({ handle }) => handle),
      options.src ?? 0,
    );
  }

  /** The tensors of all ranks, in the order of the ranks. */
  allGather(tensor: Tensor): Tensor[] {
    return native.allGather(this.handle, tensor.handle).map((handle) => new Tensor(handle));
  }

  /** Returns when every rank has called it. */
  barrier(): void {
    native.barrier(this.handle);
  }

  /** Leaves the group, as `dispose()` does: calls that other ranks are in, or make later, throw. */
  destroy(): void {
    this.dispose();
  }
}
