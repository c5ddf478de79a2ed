const range = (turns) =>
  turns === undefined
    ? '–'
    : `${turns.ours} / ${turns.python} = ${turns.ratio} (${turns.ratioMin} to ${turns.ratioMax}), fastest ${turns.ratioOfFastest}, cpu ${turns.cpuRatio}`;

/** Lines of equal columns, the first to the left. */
function table(rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return `\n${cells.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')).join('\n')}`;
}

const nameOf = ({ model, imageSize, batchSize, amp }) =>
  `${model} ${imageSize} px, batch ${batchSize}, ${amp === 'off' ? 'float32' : amp}`;

/** Images a second of ours and Python's, and their ratio with its range. */
export function casesTable(cases) {
  const head = [
    'images/s, ours / Python',
    'from JPEG',
    'decoded already',
    'without keepFreedMemory',
    'step / floor',
  ];
  const rows = cases.map((one) => [
    nameOf(one),
    range(one.jpeg),
    range(one.decoded),
    range(one.plain),
    one.floor?.stepOverFloor ?? '–',
  ]);
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
      const inMemory = (1000 * one.batchSize) / one.decoded.oursFastest;
      const other =
        one.jpeg === undefined ? '–' : ((1000 * one.batchSize) / one.jpeg.oursFastest - inMemory).toFixed(1);
      const parts = [forward, backward, optimizer].map((part) => part.toFixed(1));
      return [nameOf(one), ...parts, other, one.floor.floorMilliseconds, one.floor.gigaMultiplyAddsPerSecond];
    });
  return table([head, ...rows]);
}

/** The operators in which a step of ours spends most, and what Python's spends in the same, by LibTorch's and PyTorch's profiler. */
export function operatorsTable(one, count = 12) {
  if (one.decoded === undefined) return '';
  const { operators, pythonOperators } = one.decoded;
  const sum = (list) => list.reduce((total, { milliseconds }) => total + milliseconds, 0);
  const total = sum(operators);
  const python = new Map(pythonOperators.map((each) => [each.operator, each]));
  const head = [`${nameOf(one)}: operator`, 'ms a step', 'share', 'calls', "Python's ms", 'calls'];
  const columns = (each) => [each?.milliseconds.toFixed(1) ?? '–', each?.calls.toFixed(0) ?? '–'];
  const rows = operators.slice(0, count).map((each) => {
    const [milliseconds, calls] = columns(each);
    const share = `${((100 * each.milliseconds) / total).toFixed(0)} %`;
    return [each.operator, milliseconds, share, calls, ...columns(python.get(each.operator))];
  });
  rows.push(['all', total.toFixed(1), '100 %', '', sum(pythonOperators).toFixed(1), '']);
  return table([head, ...rows]);
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
