const range = (turns) =>
  turns === undefined
    ? '–'
    : `${turns.ours} / ${turns.python} = ${turns.ratio} (${turns.ratioMin} to ${turns.ratioMax}), fastest ${turns.ratioOfFastest}, cpu ${turns.cpuRatio}`;

/** Lines of equal columns, the first to the left. */
export function table(rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return `\n${cells.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')).join('\n')}`;
}

const nameOf = ({ model, imageSize, batchSize, amp }) =>
  `${model} ${imageSize} px, batch ${batchSize}, ${amp === 'off' ? 'float32' : amp}`;

/** Images a second of ours and Python's, and their ratio with its range. */
export function casesTable(cases) {
  const head = ['images/s, ours / Python', 'from JPEG', 'decoded already', 'step / floor'];
  const rows = cases.map((one) => [
    nameOf(one),
    range(one.jpeg),
    range(one.decoded),
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
