import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NestedNumbers, tensor, tidy } from '../../src/index.js';
import { assertSame } from '../parity/compare.js';
import { EXACT, RANKS, type Tolerance } from '../parity/tolerances.js';
import { findPython, packageFile, skipWithoutPython } from '../python.js';
import { freePort, reportOf, reportsOf, runCommand } from './ranks.js';

/** Two copies of a model, one for the ranks and one for a single process that sees all samples. */
const SETUP = `
  const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
  const make = () => new nn.Sequential(
    new nn.Conv2d(3, 8, 3), new nn.BatchNorm2d(8), new nn.ReLU(), new nn.Flatten(), new nn.Linear(288, 5));
  // Every rank begins with other weights, to be given those of rank 0.
  torch.manualSeed(group.rank);
  const model = make();
  distributed.broadcastModule(model, group);
  const whole = make();
  whole.loadStateDict(model.stateDict());
  for (const one of [model, whole]) one.eval();
  torch.manualSeed(9);
  const images = torch.randn([8, 3, 8, 8]);
  const classes = torch.randint(0, 5, [8]);
  const lossOf = (one, start, length) =>
    nn.functional.crossEntropy(one.forward(images.narrow(0, start, length)), classes.narrow(0, start, length));
  const gradients = (one) => one.parameters().map((each) => each.grad.toArray());
  const values = (one) => one.parameters().map((each) => each.detach().toArray());`;

type Lists = readonly NestedNumbers[];

function assertEqualLists(ours: Lists, theirs: Lists, tolerance: Tolerance, what: string): void {
  assert.equal(ours.length, theirs.length);
  tidy(() => {
    for (const [i, one] of ours.entries()) {
      assertSame(tensor(one), tensor(theirs[i] as NestedNumbers), tolerance, `${what} ${i}`);
    }
  });
}

for (const gradientAsBucketView of [false, true]) {
  test(`two ranks of 4 samples go the way of one with 8, gradientAsBucketView ${gradientAsBucketView}`, async () => {
    const reports = (await reportsOf(
      2,
      `${SETUP}
      const options = { bucketCapMb: 0.002, gradientAsBucketView: ${gradientAsBucketView} };
      const reducer = new distributed.Reducer(model.parameters(), group, options);
      const optimizers = [model, whole].map((one) => new optim.SGD(one.parameters(), { lr: 0.1, momentum: 0.9 }));
      const steps = [];
      const live = [];
      for (let step = 0; step < 4; step++) {
        tidy(() => {
          for (const optimizer of optimizers) optimizer.zeroGrad();
          const loss = tidy(() => lossOf(model, group.rank * 4, 4));
          reducer.prepareForBackward();
          loss.backward();
          tidy(() => lossOf(whole, 0, 8)).backward();
          steps.push([gradients(model), gradients(whole)]);
          for (const optimizer of optimizers) optimizer.step();
        });
        live.push(torch.memory().tensors);
      }
      report({ steps, ends: [values(model), values(whole)], live });
      reducer.dispose();
      group.destroy();`,
    )) as { steps: [Lists, Lists][]; ends: [Lists, Lists]; live: number[] }[];
    for (const { steps, ends, live } of reports) {
      for (const [i, [ours, theirs]] of steps.entries()) {
        assertEqualLists(ours, theirs, RANKS, `step ${i}, gradient`);
      }
      assertEqualLists(ends[0], ends[1], RANKS, 'parameter');
      assert.equal(live.at(-1), live[0]);
    }
    assert.deepEqual(
      reports[0]?.steps.map(([ours]) => ours),
      reports[1]?.steps.map(([ours]) => ours),
    );
  });
}

test('gradients of passes in noSync() add up on their rank, and are averaged with those of the next', async () => {
  const reports = (await reportsOf(
    2,
    `${SETUP}
    const reducer = new distributed.Reducer(model.parameters(), group);
    const backward = (start) => {
      const loss = lossOf(model, start, 2).mul(0.5);
      reducer.prepareForBackward();
      loss.backward();
    };
    const rounds = [];
    for (let round = 0; round < 2; round++) {
      model.zeroGrad();
      whole.zeroGrad();
      reducer.noSync(() => backward(group.rank * 4));
      const own = gradients(model);
      backward(group.rank * 4 + 2);
      lossOf(whole, 0, 8).backward();
      rounds.push({ own, both: gradients(model), whole: gradients(whole) });
    }
    report(rounds);`,
  )) as { own: Lists; both: Lists; whole: Lists }[][];
  for (const rounds of reports) {
    for (const { both, whole } of rounds) assertEqualLists(both, whole, RANKS, 'gradient');
  }
  const [one, other] = reports.map((rounds) => rounds.map(({ own }) => own));
  assert.notDeepEqual(one, other);
});

test('noSync() ends when an exception leaves it, and refuses asynchronous work', async () => {
  const reports = await reportsOf(
    2,
    `${SETUP}
    const reducer = new distributed.Reducer(model.parameters(), group);
    const messages = [];
    for (const work of [() => { throw new Error('mine'); }, async () => {}]) {
      try { reducer.noSync(work); } catch (error) { messages.push(String(error)); }
    }
    const loss = lossOf(model, group.rank * 4, 4);
    reducer.prepareForBackward();
    loss.backward();
    lossOf(whole, 0, 8).backward();
    report({ messages, gradients: gradients(model) });`,
  );
  const [first, second] = reports as { messages: string[]; gradients: Lists }[];
  assert.deepEqual(first?.messages, [
    'Error: mine',
    'TypeError: noSync: expected a synchronous function, got one that returns a promise',
  ]);
  assert.deepEqual(first?.gradients, second?.gradients);
});

test('parameters that a step leaves out are an error, unless they are looked for', async () => {
  const [report] = (await reportsOf(
    2,
    `${SETUP}
    const [used, unused] = [new nn.Linear(2, 2), new nn.Linear(2, 2)];
    const parameters = [...used.parameters(), ...unused.parameters()];
    const step = (reducer) => {
      const loss = used.forward(torch.ones([1, 2])).sum().mul(group.rank);
      reducer.prepareForBackward({ outputs: [loss] });
      loss.backward();
    };
    const messages = [];
    const strict = new distributed.Reducer(parameters, group);
    try { step(strict); step(strict); } catch (error) { messages.push(String(error)); }
    strict.dispose();
    for (const parameter of parameters) parameter.grad = null;
    const lenient = new distributed.Reducer(parameters, group, { findUnusedParameters: true });
    step(lenient);
    step(lenient);
    try { lenient.prepareForBackward(); } catch (error) { messages.push(String(error)); }
    report({ messages, bias: used.bias.grad.toArray(), unused: unused.bias.grad });`,
  )) as { messages: string[]; bias: number[]; unused: null }[];
  assert.match(
    report?.messages[0] ?? '',
    /^TorchError: Expected to have finished reduction in the prior iteration/,
  );
  assert.match(
    report?.messages[1] ?? '',
    /^TypeError: prepareForBackward: findUnusedParameters requires the out/,
  );
  assert.deepEqual(report?.bias, [1, 1]);
  assert.equal(report?.unused, null);
});

test('models that differ between ranks are an error at the beginning', async () => {
  const [, report] = (await reportsOf(
    2,
    `const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
    const messages = [];
    const tryOut = (parameters) => {
      try { new distributed.Reducer(parameters, group); } catch (error) { messages.push(String(error)); }
    };
    tryOut([tensor([1])]);
    tryOut(new nn.Linear(4, 3 + group.rank).parameters());
    report(messages);`,
  )) as string[][];
  assert.match(report?.[0] ?? '', /^TypeError: Reducer: none of the parameters requires a gradient/);
  assert.match(
    report?.[1] ?? '',
    /^TorchError: .*params\[0\] in this process with sizes \[4, 4\] appears not to match/,
  );
});

test("gradients equal those of Python's DistributedDataParallel, bit for bit", {
  skip: skipWithoutPython,
}, async () => {
  const [port, ours] = [
    await freePort(),
    (await reportsOf(
      2,
      `const group = distributed.initProcessGroup({ timeoutMs: 60_000 });
      const waves = (...shape) => torch.arange(0, shape.reduce((a, b) => a * b)).reshape(shape).to({ dtype: 'float32' }).sin();
      const layers = [new nn.Linear(6, 9), new nn.Linear(9, 2)];
      torch.noGrad(() => { for (const layer of layers) for (const each of layer.parameters()) each.copy_(waves(...each.shape)); });
      const parameters = layers.flatMap((layer) => layer.parameters());
      const reducer = new distributed.Reducer(parameters, group);
      const steps = [];
      for (let step = 0; step < 3; step++) {
        const input = waves(4, 6).add(group.rank + step);
        const loss = layers[1].forward(layers[0].forward(input).tanh()).square().mean();
        for (const each of parameters) each.grad = null;
        reducer.prepareForBackward();
        loss.backward();
        steps.push(parameters.map((each) => each.grad.toArray()));
      }
      report(steps);`,
    )) as Lists[][],
  ];
  const theirs = await Promise.all(
    [0, 1].map((rank) =>
      runCommand(findPython() ?? 'python3', [packageFile('test/distributed/reference.py')], {
        RANK: String(rank),
        WORLD_SIZE: '2',
        MASTER_ADDR: '127.0.0.1',
        MASTER_PORT: String(port),
      }),
    ),
  );
  for (const [rank, result] of theirs.entries()) {
    for (const [step, gradients] of (reportOf(result) as Lists[]).entries()) {
      assertEqualLists(ours[rank]?.[step] ?? [], gradients, EXACT, `rank ${rank}, step ${step}, gradient`);
    }
  }
});
