/** The middle one of a list of numbers. */
export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
/** A number with few digits, for JSON that people read. */
export const round = (value, digits = 3) => Number(value.toFixed(digits));

/**
 * Measures both sides in turns, A B A B … after a warm-up of each, for the machine's speed changes over minutes. What comes
 * out: the medians with their ratio; the least and the greatest ratio of a pair; the ratio of the fastest of each side,
 * which other work on the machine disturbs least; and that of the processors' time of an image, above 1 where ours takes
 * less.
 *
 * @param ours - measures once; gives `imagesPerSecond` and `cpuMs`, the milliseconds of all threads for an image
 * @param pythons - the same of Python
 */
export async function inTurns(rounds, ours, pythons) {
  await ours();
  await pythons();
  const pairs = [];
  for (let i = 0; i < rounds; i++) pairs.push({ ours: await ours(), python: await pythons() });
  const of = (side, figure) => pairs.map((pair) => pair[side][figure]);
  const ratios = pairs.map((pair) => pair.ours.imagesPerSecond / pair.python.imagesPerSecond);
  const [own, other] = [of('ours', 'imagesPerSecond'), of('python', 'imagesPerSecond')];
  return {
    ours: round(median(own), 1),
    python: round(median(other), 1),
    ratio: round(median(own) / median(other)),
    ratioMin: round(Math.min(...ratios)),
    ratioMax: round(Math.max(...ratios)),
    oursFastest: round(Math.max(...own), 1),
    pythonFastest: round(Math.max(...other), 1),
    ratioOfFastest: round(Math.max(...own) / Math.max(...other)),
    cpuRatio: round(median(of('python', 'cpuMs')) / median(of('ours', 'cpuMs'))),
  };
}
