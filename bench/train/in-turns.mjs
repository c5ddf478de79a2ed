/** The middle one of a list of numbers. */
export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
/** A number with few digits, for JSON that people read. */
export const round = (value, digits = 3) => Number(value.toFixed(digits));

/**
 * Measures each side in turns, A B C A B C … after a warm-up of each, because the machine's speed changes over minutes.
 *
 * @param sides - by name, what measures a side once
 * @returns the measurements of each round by the side's name
 */
export async function takeTurns(rounds, sides) {
  for (const measure of Object.values(sides)) await measure();
  const taken = [];
  for (let i = 0; i < rounds; i++) {
    const turn = {};
    for (const [name, measure] of Object.entries(sides)) turn[name] = await measure();
    taken.push(turn);
  }
  return taken;
}

/** The median ratio of two figures, and the least and the greatest of a round. */
export function ratioOf(own, other) {
  const ratios = own.map((value, i) => value / other[i]);
  return {
    ratio: round(median(own) / median(other)),
    ratioMin: round(Math.min(...ratios)),
    ratioMax: round(Math.max(...ratios)),
  };
}

/**
 * Measures the speed of each side in turns. Each side has the median and the fastest `imagesPerSecond` and the median
 * `cpuMs`; each side but `ours` also has ours over it: the ratio of the medians with its range, the ratio of the fastest,
 * which other work on the machine disturbs least, and that of the processor time of an image, above 1 where ours takes less.
 *
 * @param sides - `ours` and others; each measures once and gives `imagesPerSecond` and `cpuMs`, the milliseconds of all
 *   threads for an image
 */
export async function inTurns(rounds, sides) {
  const turns = await takeTurns(rounds, sides);
  const of = (side, figure) => turns.map((turn) => turn[side][figure]);
  const fastest = (side) => Math.max(...of(side, 'imagesPerSecond'));
  const cpuMs = (side) => median(of(side, 'cpuMs'));
  const speed = (side) => ({
    imagesPerSecond: round(median(of(side, 'imagesPerSecond')), 1),
    fastest: round(fastest(side), 1),
    cpuMs: round(cpuMs(side), 2),
  });
  const oursOver = (side) => ({
    ...ratioOf(of('ours', 'imagesPerSecond'), of(side, 'imagesPerSecond')),
    ratioOfFastest: round(fastest('ours') / fastest(side)),
    cpuRatio: round(cpuMs(side) / cpuMs('ours')),
  });
  return Object.fromEntries(
    Object.keys(sides).map((side) => [side, { ...speed(side), ...(side === 'ours' ? {} : oursOver(side)) }]),
  );
}
