import { NativeValue } from '../memory.js';
import { type Handle, native } from '../native.js';
import { Tensor } from '../tensor.js';

/** Communication backend: Gloo for tensors on the CPU, NCCL for tensors on CUDA devices. */
export type Backend = 'gloo' | 'nccl';

/** How {@link ProcessGroup.allReduce} combines the values of all ranks. */
export type ReduceOperation = 'sum' | 'avg' | 'max' | 'min';

/** The ranks of a process and the size of its group. */
export interface RankInfo {
  /** 0 to `worldSize` - 1. */
  readonly rank: number;
  /** Rank among the processes on this machine. */
  readonly localRank: number;
  /** Number of processes. */
  readonly worldSize: number;
}

/**
 * The processes that train together. Every rank must make the same calls in the same order with tensors of the same
 * shapes. Each call returns when the other ranks have made theirs.
 *
 * Every call throws a DistributedError if another rank has ended or does not answer within the timeout. The group is
 * unusable afterwards: exit the process and let the launcher restart all ranks.
 */
export class ProcessGroup extends NativeValue implements RankInfo {
  readonly backend: Backend;
  readonly rank: number;
  readonly localRank: number;
  readonly worldSize: number;

  /** Wraps a group opened by `initProcessGroup`. */
  constructor(handle: Handle, backend: Backend, info: RankInfo) {
    super(handle);
    this.keep();
    this.backend = backend;
    this.rank = info.rank;
    this.localRank = info.localRank;
    this.worldSize = info.worldSize;
  }

  /** Replaces each element by the sum (or `op`) over all ranks, in place. Returns the tensor. */
  allReduce(tensor: Tensor, options: { readonly op?: ReduceOperation } = {}): Tensor {
    native.allReduce(this.handle, tensor.handle, options.op ?? 'sum');
    return tensor;
  }

  /** Copies the tensors of rank `src` (default 0) to all ranks, in place. Many tensors share a few messages. */
  broadcast(tensors: Tensor | readonly Tensor[], options: { readonly src?: number } = {}): void {
    const list = tensors instanceof Tensor ? [tensors] : tensors;
    native.broadcast(
      this.handle,
      list.map(({ handle }) => handle),
      options.src ?? 0,
    );
  }

  /** Returns the tensors of all ranks, ordered by rank. */
  allGather(tensor: Tensor): Tensor[] {
    return native.allGather(this.handle, tensor.handle).map((handle) => new Tensor(handle));
  }

  /** Returns when every rank has called it. */
  barrier(): void {
    native.barrier(this.handle);
  }

  /** Leaves the group, as `dispose()` does. Pending and later calls of other ranks throw. */
  destroy(): void {
    this.dispose();
  }
}
