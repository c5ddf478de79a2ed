// A training loop of your own on @hashsight/torch, over a training set that `hashsight prepare` wrote to data/.
//   node examples/dist/custom-loop.js [STEPS]
import { Random } from '@hashsight/formats';
import { ImageReader, readTrainingSet } from '@hashsight/formats/node';
import { decodePixels } from '@hashsight/images';
import { fromBuffer, nn, optim, stack, type Tensor, tensor, tidy } from '@hashsight/torch';

const [steps = '200'] = process.argv.slice(2);
const SIDE = 32;
const BATCH = 16;

const { vocabulary, train } = await readTrainingSet('data');
await using reader = new ImageReader();

/** The middle of an image, `[3, SIDE, SIDE]`, from 0 to 1. */
async function read(sample: (typeof train)[number]): Promise<Tensor> {
  const bytes = await reader.read(sample.image);
  const { width, height, data } = await decodePixels(bytes, { side: SIDE, fit: 'outside' });
  return tidy(() => {
    const pixels = fromBuffer(data, { shape: [height, width, 3] }).permute([2, 0, 1]);
    const [top, left] = [(height - SIDE) >> 1, (width - SIDE) >> 1];
    return pixels.narrow(1, top, SIDE).narrow(2, left, SIDE).to({ dtype: 'float32' }).div(255);
  });
}

const model = new nn.Sequential(
  new nn.Conv2d(3, 16, 3, { stride: 2, padding: 1 }),
  new nn.ReLU(),
  new nn.Conv2d(16, 32, 3, { stride: 2, padding: 1 }),
  new nn.ReLU(),
  new nn.AdaptiveAvgPool2d(1),
  new nn.Flatten(),
  new nn.Linear(32, vocabulary.classes.length),
);
const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
const random = new Random(0);

for (let step = 1; step <= Number(steps); step++) {
  const samples = Array.from({ length: BATCH }, () => train[random.below(train.length)]).filter(
    (sample) => sample !== undefined,
  );
  const images = await Promise.all(samples.map(read));
  // `tidy` frees what is made inside; what was made outside is freed by hand.
  const loss = tidy(() => {
    const classes = tensor(
      samples.map(({ labels }) => labels[0] ?? 0),
      { dtype: 'int64' },
    );
    const error = nn.functional.crossEntropy(model.forward(stack(images)), classes);
    optimizer.zeroGrad();
    error.backward();
    optimizer.step();
    return error.item();
  });
  for (const image of images) image.dispose();
  if (step % 10 === 0) console.log(`step ${step}: loss ${Number(loss).toFixed(3)}`);
}
