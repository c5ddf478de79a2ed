import { nameOf, sideNames, table } from './tables.mjs';

/** Kinds of work in a training step, and the names that the profilers give to the operators of each; the first that fits. */
const KINDS = [
  [
    'batch norm, ReLU, additions, pooling',
    /cpp_fused|batch_norm|clamp_min|relu|threshold|::add_?$|pool|::mean$/,
  ],
  ['convolutions', /::(mkldnn_)?_?conv(olution|\w*_backward)|::(slow|thnn)_conv/],
  ['matrix products', /::(b|add|badd)?b?mm(_out)?$|linear|matmul/],
  ['copies, casts, zeros', /::(copy|fill|zero)_$|::(clone|cat)$|contiguous|reorder/],
  ['SGD', /sgd/i],
];
const REST = 'calls and the rest';

/** Milliseconds of each kind of work in a list of operators. */
function byKind(operators) {
  const sums = new Map([...KINDS.map(([kind]) => [kind, 0]), [REST, 0]]);
  for (const { operator, milliseconds } of operators) {
    const kind = KINDS.find(([, names]) => names.test(operator))?.[0] ?? REST;
    sums.set(kind, sums.get(kind) + milliseconds);
  }
  return sums;
}

/**
 * What a step spends its time on, on each side, by the profilers. A kernel of `torch.compile` does several operators at once,
 * casts among them, and counts as the first kind.
 */
export function kindsTable(one) {
  if (one.decoded === undefined) return '';
  const sides = Object.entries(one.decoded.operators);
  const sums = sides.map(([, operators]) => byKind(operators));
  const head = [`${nameOf(one)}: ms a step, profiled`, ...sides.map(([side]) => sideNames[side])];
  const rows = [...sums[0].keys()].map((kind) => [kind, ...sums.map((sum) => sum.get(kind).toFixed(1))]);
  const totals = sums.map((sum) => [...sum.values()].reduce((total, each) => total + each).toFixed(1));
  return table([head, ...rows, ['all', ...totals]]);
}
