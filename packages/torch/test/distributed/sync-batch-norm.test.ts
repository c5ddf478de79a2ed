import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NestedNumbers, tensor, tidy } from '../../src/index.js';
import { assertSame } from '../parity/compare.js';
import { RANKS } from '../parity/tolerances.js';
import { reportsOf } from './ranks.js';

type Results = Readonly<Record<string, NestedNumbers>>;

const FORMATS = ['contiguous_format', 'channels_last'] as const;

for (const memoryFormat of FORMATS) {
  test(`two ranks with unequal shares of a batch, ${memoryFormat}, normalise as one with all of it`, async () => {
    const reports = (await reportsOf(
      2,
      `const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
      torch.manualSeed(1);
      const ranks = nn.SyncBatchNorm.convertSyncBatchnorm(new nn.Sequential(new nn.BatchNorm2d(4)), group);
      const one = new nn.BatchNorm2d(4);
      const [weight, images, gradient] = [torch.rand([4]), torch.randn([7, 4, 5, 5]).add(3), torch.randn([7, 4, 5, 5])];
      const norms = [ranks.at(0), one];
      torch.noGrad(() => { for (const norm of norms) norm.weight.copy_(weight); });
      // Two samples for rank 0, five for rank 1.
      const share = (all) => all.narrow(0, group.rank * 2, 2 + group.rank * 3);
      const results = [];
      for (const norm of norms) {
        const take = norm === one ? (all) => all : share;
        const input = take(images).clone().to({ memoryFormat: '${memoryFormat}' }).requiresGrad_();
        for (let pass = 0; pass < 2; pass++) {
          norm.zeroGrad();
          input.grad = null;
          const output = norm.forward(input);
          output.mul(take(gradient)).sum().backward();
          if (pass === 0) continue;
          if (norm !== one) for (const parameter of norm.parameters()) group.allReduce(parameter.grad);
          const back = norm === one ? share : (own) => own;
          results.push({
            output: back(output.detach()).toArray(),
            input: back(input.grad).toArray(),
            weight: norm.weight.grad.toArray(),
            bias: norm.bias.grad.toArray(),
            mean: norm.runningMean.toArray(),
            variance: norm.runningVar.toArray(),
            batches: [norm.numBatchesTracked.item()],
            evaluated: back(norm.eval().forward(input).detach()).toArray(),
          });
        }
      }
      report(results);`,
    )) as [Results, Results][];
    for (const [ours, theirs] of reports) {
      for (const key of Object.keys(theirs)) {
        tidy(() => {
          assertSame(tensor(ours[key] ?? []), tensor(theirs[key] ?? []), RANKS, key);
        });
      }
    }
  });
}

test('in bfloat16 the statistics are still float32, and null makes it plain again', async () => {
  const [report] = (await reportsOf(
    2,
    `const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
    const norm = new nn.SyncBatchNorm(1, group, { momentum: 1 });
    const input = tensor([1, 2, 3, 4.5]).reshape([4, 1, 1, 1]).add(group.rank).to({ dtype: 'bfloat16' }).requiresGrad_();
    const output = norm.forward(input);
    output.square().sum().backward();
    const together = norm.runningMean.item();
    nn.SyncBatchNorm.convertSyncBatchnorm(norm, null);
    norm.forward(input);
    report({ dtypes: [output.dtype, input.grad.dtype, norm.runningMean.dtype], means: [together, norm.runningMean.item()] });`,
  )) as unknown[];
  assert.deepEqual(report, { dtypes: ['bfloat16', 'bfloat16', 'float32'], means: [3.125, 2.625] });
});

test('one value a channel over all ranks, and a second derivative, are errors', async () => {
  const [report] = (await reportsOf(
    1,
    `const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
    const norm = new nn.SyncBatchNorm(2, group);
    const messages = [];
    try { norm.forward(torch.ones([1, 2, 1, 1])); } catch (error) { messages.push(String(error)); }
    const output = norm.forward(torch.randn([2, 2, 1, 1])).square().sum();
    try { torch.backward([output], { createGraph: true }); } catch (error) { messages.push(String(error)); }
    report(messages);`,
  )) as string[][];
  assert.match(
    report?.[0] ?? '',
    /^TorchError: SyncBatchNorm: expected more than one value per channel over all r/,
  );
  assert.match(report?.[1] ?? '', /^TorchError: SyncBatchNorm: second derivatives are not supported/);
});
