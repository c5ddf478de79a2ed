// How well changed copies are found: planted copies of images that a run was not trained on, searched in its training set,
// by the perceptual hash as `prepare` uses it, by the model's features, and by `hashsight duplicates`. Half of the originals
// are planted in the training set and their copies searched, the other half the other way round; other images without a copy
// are searched, too. Precision counts pairs of drawings that a person judged to be the same one (judged-pairs.json) as right.
//   node bench/images/learned-duplicates.mjs --run RUN [--originals 240] [--base 1500] [--sheet wrong.png] [--fit] [--random]
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { describeImage } from '../../packages/dataset/dist/src/images/describe-image.js';
import { findDuplicates } from '../../packages/dataset/dist/src/images/duplicates.js';
import { ImageReader } from '../../packages/formats/dist/src/node.js';
import { findLearnedDuplicates } from '../../packages/training/dist/src/duplicates/find-learned-duplicates.js';
import { THRESHOLD } from '../../packages/training/dist/src/duplicates/score.js';
import { extractFeatures } from '../../packages/training/dist/src/features/extract-features.js';
import { nearestNeighbors } from '../../packages/training/dist/src/neighbors/index.js';
import { openRunFolder } from '../../packages/training/dist/src/runs/run-folder.js';
import { openTrainingSet } from '../../packages/training/dist/src/training-data/open-training-set.js';
import { loadModelSource } from '../../packages/training/dist/src/weights/model-source.js';
import { CHANGES, changedCopy } from './planted-copies.mjs';

const { values: options } = parseArgs({
  options: {
    run: { type: 'string' },
    originals: { type: 'string', default: '240' },
    base: { type: 'string' },
    sheet: { type: 'string' },
    pairs: { type: 'string' },
    fit: { type: 'boolean', default: false },
    random: { type: 'boolean', default: false },
  },
});
if (options.run === undefined) throw new Error('learned-duplicates: expected --run, the folder of a run');
const LEAST_PRECISION = 0.95;
const CHANGE_NAMES = Object.keys(CHANGES);
/** Of each original whose copies are searched, this many copies are. */
const COPIES_EACH = 4;

sharp.concurrency(1);
sharp.cache(false);
const folder = mkdtempSync(path.join(tmpdir(), 'learned-duplicates-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const run = await openRunFolder(options.run);
const { set } = await openTrainingSet(run.config.data.path);
const { preprocessing } = run.config.training;
const source = options.random
  ? { random: { model: run.config.training.model, seed: 0, preprocessing } }
  : { run: options.run };
const frozen = await loadModelSource(source);
const reader = new ImageReader();
const judged = readJudged();
const { queries, base } = await plant();
console.log(
  `${queries.length} images searched in ${base.length}: ${queries.filter(({ copy }) => copy !== undefined).length} with a planted copy`,
);

/** Plants the copies: searched images and the base, each with the id of its original and, for copies, the change. */
async function plant() {
  const held = [...set.test, ...set.validation];
  const count = Math.min(Number(options.originals), Math.floor(held.length / 2));
  const base = set.train
    .slice(0, options.base === undefined ? undefined : Number(options.base))
    .map(({ id, image }) => ({ id, image }));
  const queries = [];
  for (const [i, { id, image }] of held.slice(0, count).entries()) {
    const bytes = await reader.read(image);
    const changes = Array.from({ length: i % 2 === 0 ? COPIES_EACH : 1 }, (_, j) => {
      return CHANGE_NAMES[((i >> 1) * (i % 2 === 0 ? COPIES_EACH : 1) + j) % CHANGE_NAMES.length];
    });
    if (i % 2 === 0) base.push({ id, image });
    for (const [j, change] of changes.entries()) {
      const file = path.join(folder, `${i}-${j}`);
      writeFileSync(file, await changedCopy(bytes, change, i * 100 + j));
      const copy = { id, image: { file } };
      if (i % 2 === 0) queries.push({ ...copy, copy: change });
      else {
        base.push(copy);
        queries.push({ id, image, copy: change });
      }
    }
  }
  queries.push(...held.slice(count, 2 * count).map(({ id, image }) => ({ id, image })));
  return { queries, base };
}

/** Pairs of ids that show the same drawing. */
function readJudged() {
  const file = new URL('judged-pairs.json', import.meta.url);
  const pairs = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
}

const isPlanted = (query, other) => queries[query].copy !== undefined && queries[query].id === base[other].id;
const isRight = (query, other) =>
  queries[query].id === base[other].id || judged.has(`${queries[query].id} ${base[other].id}`);

/** The threshold with the highest recall at the least precision, and who is found at it. */
function atPrecision(pairs, scoreOf) {
  const sorted = pairs.map((pair) => ({ ...pair, by: scoreOf(pair) })).sort((a, b) => b.by - a.by);
  const found = new Set();
  let right = 0;
  let best = { recall: 0, precision: 1, threshold: Number.POSITIVE_INFINITY, found: new Set() };
  for (const [i, { query, base: other, by }] of sorted.entries()) {
    if (isRight(query, other)) right++;
    if (isPlanted(query, other)) found.add(query);
    if (sorted[i + 1]?.by === by) continue;
    const precision = right / (i + 1);
    if (precision >= LEAST_PRECISION && found.size > best.found.size) {
      best = { recall: found.size, precision, threshold: by, found: new Set(found) };
    }
  }
  return best;
}

/** What is found at a fixed threshold. */
function atThreshold(pairs) {
  const right = pairs.filter(({ query, base: other }) => isRight(query, other));
  const found = new Set(
    pairs.filter(({ query, base: other }) => isPlanted(query, other)).map(({ query }) => query),
  );
  return { precision: right.length / pairs.length, found };
}

/** The rule of `prepare`: near duplicates of images in the base. */
async function byHash() {
  const all = [];
  for (const { image } of [...base, ...queries]) {
    all.push(await describeImage(Buffer.from(await reader.read(image)), {}));
  }
  const duplicates = await findDuplicates(all, { count: all.length });
  // Groups: an image of the base may itself be a near duplicate of an earlier one.
  const headOf = new Map(duplicates.map(({ image, head }) => [image, head]));
  const members = new Map();
  for (let i = 0; i < base.length; i++) {
    const head = headOf.get(i) ?? i;
    members.set(head, [...(members.get(head) ?? []), i]);
  }
  return queries.flatMap((_, query) => {
    const head = headOf.get(base.length + query);
    return (members.get(head) ?? []).map((other) => ({ query, base: other }));
  });
}

/** The paper's way: the nearest neighbors by the features of the images. */
async function byFeatures() {
  const cacheFolder = path.join(folder, 'cache');
  const features = await extractFeatures(frozen, { images: base.map(({ image }) => image), cacheFolder });
  const own = await extractFeatures(frozen, { images: queries.map(({ image }) => image), cacheFolder });
  const { k, indices, scores } = nearestNeighbors(own, features);
  return Array.from(indices, (other, i) => ({ query: Math.floor(i / k), base: other, score: scores[i] }));
}

const seconds = async (work) => {
  const from = performance.now();
  const result = await work();
  return [result, (performance.now() - from) / 1000];
};
const [hashPairs, hashSeconds] = await seconds(byHash);
const [featurePairs, featureSeconds] = await seconds(byFeatures);
const [{ pairs }, bothSeconds] = await seconds(() =>
  findLearnedDuplicates(frozen, {
    queries: queries.map(({ image }) => image),
    base: base.map(({ image }) => image),
    cacheFolder: path.join(folder, 'cache'),
    leastScore: 0,
  }),
);
if (options.pairs !== undefined) {
  const rows = pairs.map((pair) => {
    const [query, other] = [queries[pair.query], base[pair.base]];
    return {
      ...pair,
      isRight: isRight(pair.query, pair.base),
      isPlanted: isPlanted(pair.query, pair.base),
      copy: query.copy,
      ids: [query.id, other.id],
    };
  });
  writeFileSync(options.pairs, JSON.stringify(rows));
}
const hash = atThreshold(hashPairs);
const features = atPrecision(featurePairs, ({ score }) => score);
const both = atPrecision(pairs, ({ score }) => score);
const used = atThreshold(pairs.filter(({ score }) => score >= THRESHOLD));
const sides = { hash, features, both, used };

const table = {};
for (const change of [...CHANGE_NAMES, 'all']) {
  const own = queries.flatMap(({ copy }, i) =>
    copy !== undefined && (change === 'all' || copy === change) ? [i] : [],
  );
  table[change] = { copies: own.length };
  for (const [side, { found }] of Object.entries(sides)) {
    table[change][side] = (own.filter((query) => found.has(query)).length / own.length).toFixed(3);
  }
}
table.precision = Object.fromEntries(
  Object.entries(sides).map(([side, { precision }]) => [side, precision.toFixed(3)]),
);
console.log(
  `recall: hash as prepare has it; features and both at the threshold (${features.threshold.toFixed(3)}, ${both.threshold.toFixed(3)}) of precision ${LEAST_PRECISION}; used: the command's threshold ${THRESHOLD}`,
);
console.table(table);
console.log(
  `seconds: hash ${hashSeconds.toFixed(0)}, features ${featureSeconds.toFixed(0)}, both ${bothSeconds.toFixed(0)} (with the features of the base known)`,
);
if (options.fit) fit();
if (options.sheet !== undefined) await drawSheet(options.sheet);

/** Fits the score on the pairs of half of the originals, and tells the recall of that fit on the other half. */
function fit() {
  const names = ['edges', 'inner', 'parts', 'colors', 'overlap', 'detail', 'extent', 'similarity', 'hash'];
  const rowOf = (pair) => [...names.slice(0, 8).map((name) => pair[name]), pair.hashDistance / 64];
  const isHeld = ({ query }) => [...queries[query].id].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 2 === 1;
  const train = pairs.filter((pair) => !isHeld(pair));
  const weights = new Float64Array(names.length + 1);
  const logitOf = (row) => row.reduce((sum, x, i) => sum + x * weights[i], weights[names.length]);
  for (let step = 0; step < 4000; step++) {
    const gradient = new Float64Array(weights.length);
    for (const pair of train) {
      const row = rowOf(pair);
      const error = 1 / (1 + Math.exp(-logitOf(row))) - Number(isRight(pair.query, pair.base));
      row.forEach((x, i) => {
        gradient[i] += error * x;
      });
      gradient[names.length] += error;
    }
    for (let i = 0; i < weights.length; i++) {
      weights[i] -= 5 * (gradient[i] / train.length + (i < names.length ? 1e-4 * weights[i] : 0));
    }
  }
  console.log(
    'fit:',
    Object.fromEntries([...names, 'constant'].map((name, i) => [name, weights[i].toFixed(2)])),
  );
  const held = pairs.filter(isHeld);
  const { found, precision, threshold } = atPrecision(
    held,
    (pair) => 1 / (1 + Math.exp(-logitOf(rowOf(pair)))),
  );
  const total = queries.filter(({ copy }, query) => copy !== undefined && isHeld({ query })).length;
  console.log(
    `on the other half: recall ${(found.size / total).toFixed(3)} at precision ${precision.toFixed(3)}, threshold ${threshold.toFixed(3)}`,
  );
}

/** The highest-scoring pairs that are not known to be right, side by side, and their ids. */
async function drawSheet(file) {
  const wrong = pairs.filter(({ query, base: other }) => !isRight(query, other)).slice(0, 64);
  const [side, columns] = [120, 8];
  const inputs = [];
  for (const [i, { query, base: other, score }] of wrong.entries()) {
    console.log(i, score.toFixed(3), queries[query].id, base[other].id);
    for (const [half, image] of [queries[query].image, base[other].image].entries()) {
      inputs.push({
        input: await sharp(await reader.read(image))
          .resize(side, side, { fit: 'contain', background: '#fff' })
          .flatten({ background: '#fff' })
          .png()
          .toBuffer(),
        left: (i % columns) * (2 * side + 12) + half * (side + 2) + 4,
        top: Math.floor(i / columns) * (side + 8) + 4,
      });
    }
  }
  const size = { width: columns * (2 * side + 12), height: Math.ceil(wrong.length / columns) * (side + 8) };
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  await sharp({ create: { ...size, channels: 3, background: '#666' } })
    .composite(inputs)
    .png()
    .toFile(file);
}
