// A process of scaling.mjs: trains on one batch in memory, so many steps whenever it is told to by a line "STEPS KIND".
import { createInterface } from 'node:readline';
import * as torch from '@hashsight/torch';
import { createModel } from 'hashsight';

const { threads, batch, size, model: name, rank, worldSize, port } = JSON.parse(process.argv[2]);
const CLASSES = 1000;

torch.setNumThreads(threads);
torch.manualSeed(0);
const memoryFormat = 'channels_last';
const model = createModel(name, { numClasses: CLASSES }).to({ memoryFormat });
const optimizer = new torch.optim.SGD(model.parameters(), {
  ...{ lr: 1e-4, momentum: 0.9, weightDecay: 1e-4, nesterov: true },
});
const images = torch.tidy(() => torch.randn([batch, 3, size, size]).contiguous({ memoryFormat })).keep();
const target = torch.randint(0, CLASSES, [batch]).keep();

const { distributed } = torch;
const group =
  worldSize > 1
    ? distributed.initProcessGroup({ rank, worldSize, masterAddr: '127.0.0.1', masterPort: port })
    : null;
if (group !== null) distributed.broadcastModule(model, group);
const reducer = group && new distributed.Reducer(model.parameters(), group, { gradientAsBucketView: true });

function pass() {
  torch.tidy(() => {
    const loss = torch.tidy(() => torch.nn.functional.crossEntropy(model.forward(images), target));
    loss.backward();
  });
}

/** The gradients all-reduced one by one after the backward pass, as without overlap. */
function allReduceAfter() {
  for (const { grad } of model.parameters()) group.allReduce(grad, { op: 'avg' });
}

const KINDS = {
  /** As training does it; alone where there is one process. */
  together: () => {
    reducer?.prepareForBackward();
    pass();
  },
  /** Each process by itself. */
  apart: () => reducer.noSync(pass),
  after: () => {
    reducer.noSync(pass);
    allReduceAfter();
  },
};

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [steps, kind] = line.split(' ');
  for (let i = 0; i < Number(steps); i++) {
    KINDS[kind]();
    torch.tidy(() => optimizer.step());
    optimizer.zeroGrad();
  }
  console.log('done');
}
