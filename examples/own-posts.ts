// Trains on your own posts: posts.jsonl and a folder of photos in, a model that tags photos out.
//   node examples/dist/own-posts.js [EPOCHS] [IMAGE SIZE]
import { evaluate, Predictor, prepare, readTrainingSet, train } from 'hashsight';

const [epochs = '20', imageSize = '128'] = process.argv.slice(2);

// Which hashtags become classes, which photo shows what, which are there twice. Running it again repeats only what changed.
const { preparation } = await prepare({ posts: 'posts.jsonl', images: 'photos', out: 'data', minCount: 10 });
console.log(`${preparation.counts.train} images to train on, ${preparation.counts.classes} classes`);

// `resume: 'auto'`: killed and started again, the program goes on from the last checkpoint.
await train({
  data: 'data',
  out: 'runs/own-posts',
  model: 'resnext14_32x4d',
  epochs: Number(epochs),
  batchSize: 32,
  preprocessing: { imageSize: Number(imageSize) },
  resume: 'auto',
});

const { metrics, baseline } = await evaluate({ run: 'runs/own-posts' });
console.log(`hit@1 ${metrics.hitAt1.toFixed(3)}, the baseline ${baseline.hitAt1.toFixed(3)}`);

await using predictor = await Predictor.load('runs/own-posts');
const { validation } = await readTrainingSet('data');
for (const { imagePath } of validation.slice(0, 3)) {
  const [best] = await predictor.predict(`photos/${imagePath}`);
  console.log(`${imagePath}: #${best?.hashtag} ${best?.probability.toFixed(2)}`);
}
