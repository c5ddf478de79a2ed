/** What the sides are called in tables. */
export const sideNames = { ours: 'ours', python: 'PyTorch', compiled: 'torch.compile' };

/** A table in Markdown whose columns are as wide as their widest cell, the first to the left. */
export function table(rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, i) => Math.max(3, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head, ...rest] = cells.map(line);
  return `\n${[head, rule, ...rest].join('\n')}`;
}

export const nameOf = ({ model, imageSize, batchSize, amp }) =>
  `${model} ${imageSize} px, batch ${batchSize}, ${amp === 'off' ? 'float32' : amp}`;

const MODE_NAMES = {
  jpeg: 'from JPEG',
  decoded: 'decoded already',
  plain: 'decoded, without keepFreedMemory',
};

const oursOver = (side) =>
  `${side.ratio} (${side.ratioMin} to ${side.ratioMax}), fastest ${side.ratioOfFastest}, cpu ${side.cpuRatio}`;

/** Images a second of each side, and ours over each of Python's: the median with its range, that of the fastest, and of the processor time. */
export function casesTable(cases) {
  const head = [
    'images/s',
    'input',
    ...Object.values(sideNames),
    'ours / PyTorch',
    'ours / torch.compile',
    'step / floor',
  ];
  const rows = cases.flatMap((one) =>
    Object.keys(MODE_NAMES)
      .filter((mode) => one[mode] !== undefined)
      .map((mode) => {
        const { ours, python, compiled } = one[mode].turns;
        return [
          nameOf(one),
          MODE_NAMES[mode],
          ours.imagesPerSecond,
          python.imagesPerSecond,
          compiled?.imagesPerSecond ?? one.withoutCompiled,
          oursOver(python),
          compiled === undefined ? '–' : oursOver(compiled),
          mode === 'decoded' ? one.floor.stepOverFloor : '–',
        ];
      }),
  );
  return table([head, ...rows]);
}

/** Where a step of ours spends its time; what a step from JPEG takes above one with the data there is the input's part. */
export function partsTable(cases) {
  const head = [
    'ms a step, ours',
    'forward',
    'backward',
    'optimizer',
    'input and other',
    'floor',
    'GMAC/s of a product',
  ];
  const rows = cases
    .filter(({ decoded }) => decoded !== undefined)
    .map((one) => {
      const { forward, backward, optimizer } = one.decoded.parts;
      const inMemory = (1000 * one.batchSize) / one.decoded.turns.ours.fastest;
      const other =
        one.jpeg === undefined
          ? '–'
          : ((1000 * one.batchSize) / one.jpeg.turns.ours.fastest - inMemory).toFixed(1);
      const parts = [forward, backward, optimizer].map((part) => part.toFixed(1));
      return [nameOf(one), ...parts, other, one.floor.floorMilliseconds, one.floor.gigaMultiplyAddsPerSecond];
    });
  return table([head, ...rows]);
}

/** The operators in which a step of each side spends most, by LibTorch's and PyTorch's profiler. */
export function operatorsTable(one, count = 12) {
  if (one.decoded === undefined) return '';
  return Object.entries(one.decoded.operators)
    .map(([side, operators]) => {
      const total = operators.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      const head = [`${nameOf(one)}: ${sideNames[side]}`, 'ms a step', 'share', 'calls'];
      const rows = operators
        .slice(0, count)
        .map(({ operator, milliseconds, calls }) => [
          operator,
          milliseconds.toFixed(1),
          `${((100 * milliseconds) / total).toFixed(0)} %`,
          calls.toFixed(0),
        ]);
      return table([head, ...rows, ['all', total.toFixed(1), '100 %', '']]);
    })
    .join('\n');
}

const gib = (bytes) => (bytes / 2 ** 30).toFixed(2);
const wayOf = ({ gradCheckpointing }) => (gradCheckpointing ? 'on' : 'off');

/** Runs of activation-memory.mjs: the largest size of each process, and what of it weights, gradients and momentum take. */
export function memoryTable(runs) {
  const head = [
    'GiB',
    'checkpointing',
    'batch',
    'peak',
    'weights, gradients, momentum (computed)',
    'process without a model',
    'rest',
    's a step',
    'processor s a step',
    'loss',
  ];
  const rows = runs.map((run) => {
    const { model, batch, fits, why } = run;
    if (!fits) return [model, wayOf(run), batch, why, ...Array(6).fill('–')];
    const { peakBytes, emptyBytes, parameters, seconds, cpuSeconds, hasFiniteLoss } = run;
    // Each of the three has four bytes a parameter.
    const learned = 3 * 4 * parameters;
    const parts = [peakBytes, learned, emptyBytes, peakBytes - learned - emptyBytes].map(gib);
    const times = [seconds, cpuSeconds].map((time) => time.toFixed(1));
    return [model, wayOf(run), batch, ...parts, ...times, hasFiniteLoss ? 'finite' : 'not finite'];
  });
  return table([head, ...rows]);
}

/** What follows from the runs of each model, with checkpointing off and on. */
export function predictionsTable(models, sizes) {
  const head = [
    'from the two largest batches, computed',
    'checkpointing',
    'MiB an image',
    'GiB without images',
    ...sizes.map((size) => `largest batch in ${size} GiB`),
    'time, on over off',
    'processor time, on over off',
  ];
  const rows = models.flatMap(({ model, line, onOverOff }) =>
    ['off', 'on'].map((way) => {
      const found = line[way];
      const ratios = way === 'on' && onOverOff ? [onOverOff.seconds, onOverOff.cpuSeconds] : ['–', '–'];
      if (found === undefined) return [model, way, ...Array(2 + sizes.length).fill('–'), ...ratios];
      const batches = sizes.map((size) => found.computedLargestBatch[size] || 'none');
      return [model, way, found.mibAnImage, found.gibWithoutImages, ...batches, ...ratios];
    }),
  );
  return table([head, ...rows]);
}
