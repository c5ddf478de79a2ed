import type { Dtype } from '../../src/index.js';

/** How far a result may be from Python's: |ours - theirs| <= atol + rtol * |theirs|. */
export interface Tolerance {
  readonly atol: number;
  readonly rtol: number;
}

/** Bit for bit, NaNs too: the same kernels of the same library on the same numbers with as many threads. */
export const EXACT: Tolerance = { atol: 0, rtol: 0 };

/** The dtypes each case runs in. */
export const DTYPES: readonly Dtype[] = ['float32', 'float64', 'bfloat16'];

/** Several ranks against one with all their samples: the same sums, in another order, of values of about 1. */
export const RANKS: Tolerance = { atol: 2e-6, rtol: 1e-5 };

/** Where less than bit for bit is asked, by operator (`name`) or by operator and dtype (`name/dtype`), and why. */
export const TOLERANCES: Readonly<Record<string, Tolerance>> = {};

/** Operators that LibTorch does not have in a dtype on the CPU. */
export const LEFT_OUT: Readonly<Partial<Record<Dtype, ReadonlySet<string>>>> = {
  bfloat16: new Set([
    'avg_pool3d',
    'multi_margin_loss',
    '_upsample_bilinear2d_aa',
    '_upsample_bicubic2d_aa',
    'linalg_cholesky',
    'linalg_inv',
    'linalg_det',
    'linalg_slogdet',
    'linalg_solve',
    'linalg_eigvalsh',
    'linalg_svdvals',
    'linalg_qr',
    'cdist',
  ]),
};
