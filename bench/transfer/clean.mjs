// Wrong and missing tags: OpenMoji in color with group and subgroup as tags, which are right and complete by construction; then
// wrong tags are planted, and others removed. Precision and recall of both, beside cleanlab's multi-label filter on the same
// out-of-fold probabilities.
//   node packages/hashsight/bin/hashsight.js dataset openmoji --out FOLDER
//   node bench/transfer/clean.mjs --run RUN --posts FOLDER [--rates 0.1,0.3]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonPackages } from '../../packages/formats/dist/test/python-packages.js';
import { findTagIssues } from '../../packages/training/dist/src/cleaning/confident-tags.js';
import { outOfFoldAnswers } from '../../packages/training/dist/src/cleaning/out-of-fold.js';
import { AnswerCollector } from '../../packages/training/dist/src/cleaning/tag-counts.js';
import { extractFeatures } from '../../packages/training/dist/src/features/extract-features.js';
import { loadModelSource } from '../../packages/training/dist/src/weights/model-source.js';
import { uniform } from '../images/planted-copies.mjs';

const { values: options } = parseArgs({
  options: {
    run: { type: 'string' },
    posts: { type: 'string' },
    rates: { type: 'string', default: '0.1,0.3' },
  },
});
if (options.run === undefined || options.posts === undefined) {
  throw new Error('clean: expected --run, the folder of a run, and --posts, the folder of OpenMoji');
}
/** Tags kept of each post, as `clean` does. */
const LIKELIEST = 10;
const folder = mkdtempSync(path.join(tmpdir(), 'clean-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const cleanlab = await pythonPackages('cleanlab==2.9.0');

const posts = readFileSync(path.join(options.posts, 'posts.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ group, style }) => style === 'color' && !group.startsWith('extras'));
const namesOf = ({ group, subgroup }) => [`group ${group}`, `subgroup ${subgroup}`];
const counts = new Map();
for (const name of posts.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
const names = [...counts.keys()].filter((name) => counts.get(name) >= 15).sort();
const indexOf = new Map(names.map((name, i) => [name, i]));
const truth = posts.map((post) =>
  namesOf(post)
    .flatMap((name) => indexOf.get(name) ?? [])
    .sort((a, b) => a - b),
);
const numClasses = names.length;
const frozen = await loadModelSource({ run: options.run });
const { values: features, dim } = await extractFeatures(frozen, {
  images: posts.map(({ image }) => ({ file: path.join(options.posts, image) })),
});
console.log(`${posts.length} images, ${numClasses} tags, ${truth.flat().length} in all; features [${dim}]`);

/** Tags with planted mistakes: `wrong` of the posts get a tag that is not theirs, and `removed` of the tags are removed. */
function plant({ wrong, removed }, seed) {
  const random = uniform(seed);
  const mistakes = { wrong: new Set(), missing: new Set() };
  const tags = truth.map((own, post) => {
    const kept = own.filter((tag) => {
      if (random() >= removed) return true;
      mistakes.missing.add(`${post} ${tag}`);
      return false;
    });
    if (random() >= wrong) return kept;
    let tag = Math.floor(random() * numClasses);
    while (own.includes(tag)) tag = (tag + 1) % numClasses;
    mistakes.wrong.add(`${post} ${tag}`);
    return [...kept, tag].sort((a, b) => a - b);
  });
  return { tags, mistakes };
}

const scoreOf = (found, planted) => {
  const right = found.filter((key) => planted.has(key)).length;
  const share = (n, of) => (of === 0 ? 0 : n / of);
  const [precision, recall] = [share(right, found.length), share(right, planted.size)];
  return { found: found.length, precision, recall, f1: share(2 * precision * recall, precision + recall) };
};

/** The tags that cleanlab's filter marks, each class for itself. */
function byCleanlab(tags, probabilities) {
  const files = [path.join(folder, 'probabilities'), path.join(folder, 'tags.json')];
  writeFileSync(files[0], probabilities);
  writeFileSync(files[1], JSON.stringify(tags));
  const script = fileURLToPath(new URL('cleanlab_issues.py', import.meta.url));
  return JSON.parse(cleanlab.run(script, [...files, String(numClasses)]));
}

/** All probabilities, `[N, K]`. */
function denseOf({ tags, given, likely }) {
  const probabilities = new Float32Array(tags.length * numClasses);
  for (const [post, own] of tags.entries()) {
    for (const [i, tag] of own.entries()) probabilities[post * numClasses + tag] = given[post][i];
    for (const [i, tag] of likely[post].tags.entries()) {
      probabilities[post * numClasses + tag] = likely[post].probabilities[i];
    }
  }
  return probabilities;
}

const rows = [];
/** Chosen once: by the first scenario. */
let C;
for (const rate of options.rates.split(',').map(Number)) {
  for (const [scenario, plan] of Object.entries({
    wrong: { wrong: rate, removed: 0 },
    removed: { wrong: 0, removed: rate },
  })) {
    const { tags, mistakes } = plant(plan, 1);
    const begun = performance.now();
    const dense = outOfFoldAnswers({ features, dim, tags, numClasses, m: numClasses, C });
    const probed = performance.now();
    const probabilities = denseOf(dense);
    const collector = new AnswerCollector(tags, numClasses, LIKELIEST);
    for (const [post] of tags.entries()) {
      collector.add(post, probabilities.subarray(post * numClasses, (post + 1) * numClasses));
    }
    const { issues } = findTagIssues(collector.answers());
    const done = performance.now();
    C = dense.C;
    console.log(
      `${scenario} ${rate}: C ${C}, probes ${((probed - begun) / 1000).toFixed(1)} s, issues ${((done - probed) / 1000).toFixed(2)} s`,
    );
    const keysOf = (list) => list.map(({ post, tag }) => `${post} ${tag}`);
    const own = (kind, least) =>
      keysOf(issues.filter((issue) => issue.kind === kind && issue.posterior >= least));
    const theirs = byCleanlab(tags, probabilities);
    for (const kind of ['wrong', 'missing']) {
      if (mistakes[kind].size === 0) continue;
      const sides = {
        'hashsight, all': own(kind, 0),
        'hashsight, posterior 0.5': own(kind, 0.5),
        'hashsight, posterior 0.8': own(kind, 0.8),
        cleanlab: theirs[kind],
      };
      for (const [side, found] of Object.entries(sides)) {
        const { precision, recall, f1, ...rest } = scoreOf(found, mistakes[kind]);
        const figures = { precision: precision.toFixed(3), recall: recall.toFixed(3), f1: f1.toFixed(3) };
        rows.push({ planted: `${scenario} ${rate}`, tags: kind, side, ...rest, ...figures });
      }
    }
  }
}
console.table(rows);
