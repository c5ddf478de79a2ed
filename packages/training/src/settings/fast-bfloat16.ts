import { readFileSync } from 'node:fs';

/** Linux's names for bfloat16 instructions on x86 and Arm. */
const INSTRUCTIONS = /\b(avx512_bf16|amx_bf16|bf16)\b/;

/**
 * Whether the processor supports bfloat16 products natively; otherwise they are emulated, slower than float32. Only
 * Linux reports this; on other systems the result is false.
 */
export function hasFastBfloat16(): boolean {
  try {
    return INSTRUCTIONS.test(readFileSync('/proc/cpuinfo', 'latin1'));
  } catch {
    return false;
  }
}
