import type { EmbeddedImage } from '../src/embedding-index.js';

/** A model that does not exist. */
export const MODEL = { digest: 'a'.repeat(64), folder: '/models/one' } as const;

/** Pseudo-random numbers from -0.5 to 0.5 (xorshift). */
export function noise(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 32;
  };
}

/** Random directions, `[C]` each, of length 1. */
export function randomEmbeddings(count: number, size: number, seed = 1): Float32Array[] {
  const next = noise(seed);
  return Array.from({ length: count }, () => unit(Float32Array.from({ length: size }, next)));
}

/** The same direction with length 1. */
export function unit(values: Float32Array): Float32Array {
  let squares = 0;
  for (const value of values) squares += value ** 2;
  return values.map((value) => value / Math.sqrt(squares));
}

/** Images of these embeddings: `/photos/0.jpg` and so on. */
export function images(embeddings: readonly Float32Array[], first = 0): EmbeddedImage[] {
  return embeddings.map((embedding, i) => ({ path: `/photos/${first + i}.jpg`, embedding }));
}

/** The k best by float64 products with every row; the naive search that the index has to agree with. */
export function naiveSearch(
  embeddings: readonly Float32Array[],
  query: Float32Array,
  k: number,
): { id: number; score: number }[] {
  return embeddings
    .map((embedding, id) => {
      let score = 0;
      for (let i = 0; i < query.length; i++) score += (embedding[i] as number) * (query[i] as number);
      return { id, score };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, k);
}
