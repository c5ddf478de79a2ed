// Compiles a version of a function for each relevant instruction set; the addon chooses one when it is loaded. With
// integer arithmetic, all of them give the same results.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
// What such a function calls must be inlined, or it is compiled for the oldest processor.
#define INLINED inline __attribute__((always_inline))
