import { readFileSync } from 'node:fs';

/** Names that Linux gives to instructions that multiply bfloat16: x86's and Arm's. */
const INSTRUCTIONS = /\b(avx512_bf16|amx_bf16|bf16)\b/;

/**
 * Whether this machine's processor multiplies bfloat16 itself; others imitate it, slower than float32. Only Linux
 * tells: elsewhere the answer is no.
 */
export function hasFastBfloat16(): boolean {
  try {
    return INSTRUCTIONS.test(readFileSync('/proc/cpuinfo', 'latin1'));
  } catch {
    return false;
  }
}
