import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChild } from '../child.js';

/** Waits until no more than `tensors` are live, for at most 200 turns of the event loop. */
const WAIT = `
  async function untilLive(tensors) {
    for (let i = 0; i < 200 && torch.memory().tensors > tensors; i++) { gc(); await turn(); }
    return torch.memory().tensors;
  }`;

function collected(source: string): string {
  const { status, stdout, stderr } = runChild(`${WAIT}${source}`, ['--expose-gc']);
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test('tensors that were dropped without dispose() are freed by the garbage collector', () => {
  const printed = collected(`
    const before = torch.memory().tensors;
    for (let i = 0; i < 3000; i++) torch.zeros([10]).add(1);
    const made = torch.memory().tensors - before;
    console.log(made, await untilLive(before) - before);`);
  assert.equal(printed, '6000 0');
});

test('tensors that tidy() returned, and kept ones, are freed when they are dropped', () => {
  const printed = collected(`
    const before = torch.memory().tensors;
    (() => { torch.tidy(() => torch.zeros([10])); torch.tidy(() => { torch.zeros([10]).keep(); }); })();
    console.log(await untilLive(before) - before);`);
  assert.equal(printed, '0');
});

test('a tensor that is still held is not freed, and a disposed one not twice', () => {
  const printed = collected(`
    const held = torch.tensor([1, 2]);
    (() => { for (let i = 0; i < 100; i++) torch.zeros([10]).dispose(); })();
    await turn();
    const others = Array.from({ length: 100 }, () => torch.ones([10]));
    for (let i = 0; i < 20; i++) { gc(); await turn(); }
    console.log(held.toArray().join(), others.every((one) => one.sum().item() === 10));`);
  assert.equal(printed, '1,2 true');
});

test('a tensor keeps the buffer it was made over alive, and lets it go', () => {
  const printed = collected(`
    let collected = 0;
    const registry = new FinalizationRegistry(() => { collected++; });
    function over() {
      const array = new Float32Array(1000).fill(7);
      registry.register(array.buffer, 0);
      return torch.fromBuffer(array);
    }
    const x = over();
    const view = x.narrow(0, 500, 2);
    x.dispose();
    for (let i = 0; i < 20; i++) { gc(); await turn(); }
    const during = collected;
    const churn = Array.from({ length: 100 }, () => new Float32Array(1000).fill(9));
    const values = view.toArray().join();
    view.dispose();
    for (let i = 0; i < 200 && collected === 0; i++) { gc(); await turn(); }
    console.log(values, during, collected, churn.length);`);
  assert.equal(printed, '7,7 0 1 100');
});

test('a typed array over the memory of a tensor keeps it alive, and lets it go', () => {
  const printed = collected(`
    const x = torch.full([1 << 20], 7);
    let arrays = [x.asTypedArray(), x.asTypedArray()];
    x.dispose();
    for (let i = 0; i < 20; i++) { gc(); await turn(); }
    const others = Array.from({ length: 10 }, () => torch.zeros([1 << 20]));
    const sums = arrays.map((array) => array.reduce((a, b) => a + b, 0) / (1 << 20));
    arrays = [];
    for (let i = 0; i < 20; i++) { gc(); await turn(); }
    console.log(sums.join(), others.length);`);
  assert.equal(printed, '7,7 10');
});

test('V8 is told of the memory of tensors: dropped ones make it collect by itself', () => {
  // process.memoryUsage().external counts ArrayBuffers only, so what is seen is what V8 does: 300 tensors of 16 MB.
  const { status, stdout, stderr } = runChild(`
    let most = 0;
    for (let i = 0; i < 300; i++) {
      torch.empty([4 << 20]);
      await turn();
      most = Math.max(most, torch.memory().bytes);
    }
    console.log(most);`);
  assert.equal(status, 0, stderr);
  assert.ok(Number(stdout) < 2 ** 31, `${stdout} bytes at one time`);
});

test('the process ends well while it holds tensors, buffers and a graph', () => {
  const source = `
    const x = torch.zeros([1000], { requiresGrad: true });
    globalThis.held = [x, x.mul(x).sum(), x.detach().asTypedArray(), torch.fromBuffer(new Float32Array(9))];
    torch.tidy(() => { torch.zeros([3]); END });`;
  for (const [end, status] of [
    ['', 0],
    ['process.exit(3)', 3],
    ['throw new Error("mine")', 1],
  ] as const) {
    const ended = runChild(source.replace('END', end));
    assert.deepEqual([ended.status, ended.signal], [status, null], ended.stderr);
  }
});
