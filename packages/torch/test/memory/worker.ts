import { parentPort, workerData } from 'node:worker_threads';
import { fromBuffer, full, memory, ops, type Tensor, tidy, zeros } from '../../src/index.js';

/** What a worker of the tests does. */
export type WorkerTask =
  | { readonly kind: 'compute'; readonly seed: number }
  | { readonly kind: 'churn' }
  | { readonly kind: 'hold'; readonly end: 'return' | 'throw' | 'exit' }
  | { readonly kind: 'share'; readonly shared: SharedArrayBuffer };

const held: unknown[] = [];

/** Takes hold of native memory in every way there is. */
function hold(): void {
  const weight = zeros([100], { requiresGrad: true });
  const array = zeros([100]).keep();
  held.push(weight, weight.mul(weight).sum(), array.asTypedArray(), fromBuffer(new Float32Array(100)));
}

function compute(seed: number): void {
  let trace = 0;
  for (let i = 0; i < 50; i++) {
    trace = tidy(() => ops.aten.trace(full([8, 8], seed).matmul(ops.aten.eye(8)).mul(seed)).item());
  }
  parentPort?.postMessage({ trace, live: memory().tensors });
}

/** Works until it is terminated. */
function churn(): void {
  hold();
  parentPort?.postMessage('ready');
  for (;;) {
    using x = zeros([64, 64], { requiresGrad: true });
    using loss = tidy(() => x.matmul(x).sum());
    loss.backward();
    held.push(fromBuffer(new Float32Array(16)));
    if (held.length > 1000) held.length = 0;
  }
}

function share(shared: SharedArrayBuffer): void {
  const there: Tensor = fromBuffer(new Float32Array(shared));
  there.add_(ops.aten.arange(1, 5));
  parentPort?.postMessage('written');
  parentPort?.once('message', () => parentPort?.postMessage(there.toArray()));
}

const task = workerData as WorkerTask;
switch (task.kind) {
  case 'compute':
    compute(task.seed);
    break;
  case 'churn':
    churn();
    break;
  case 'share':
    share(task.shared);
    break;
  case 'hold':
    hold();
    if (task.end === 'throw') throw new Error('mine');
    if (task.end === 'exit') process.exit(5);
}
