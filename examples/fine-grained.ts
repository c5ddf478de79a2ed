// A fine-grained task: the classes are your own list, one per line, with other spellings after commas, in classes.txt:
//   european robin, robin, erithacusrubecula
//   great tit, parusmajor
//   node examples/dist/fine-grained.js [EPOCHS] [IMAGE SIZE]
import { evaluate, prepare, train } from 'hashsight';

const [epochs = '30', imageSize = '224'] = process.argv.slice(2);

const { vocabulary, unmeasured } = await prepare({
  posts: 'posts.jsonl',
  images: 'photos',
  out: 'birds',
  vocabulary: 'file:classes.txt',
  // Few photos show a rare class, and each shows one class: photos that look the same must not be on both sides.
  minCount: 5,
  duplicates: 'first',
  // Rare classes are shown more often, by the square root of how rare they are.
  sampling: 'sqrt',
});
for (const { name, hashtags, count } of vocabulary.classes) {
  console.log(`${name}: ${count} images, by ${hashtags.map((hashtag) => `#${hashtag}`).join(' ')}`);
}
if (unmeasured.validation.length > 0) console.log(`no validation image: ${unmeasured.validation.join(', ')}`);

await train({
  data: 'birds',
  out: 'runs/birds',
  model: 'resnext14_32x4d',
  epochs: Number(epochs),
  batchSize: 32,
  // What tells two species apart is small: the whole image is seen, and crops keep at least half of it.
  preprocessing: { imageSize: Number(imageSize), fit: 'pad' },
  augmentation: { cropScale: [0.5, 1] },
  resume: 'auto',
});
const { metrics } = await evaluate({ run: 'runs/birds' });
console.log(`mean average precision ${metrics.meanAveragePrecision?.toFixed(3)}`);
