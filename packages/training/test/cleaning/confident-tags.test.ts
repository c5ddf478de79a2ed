import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import { memory } from '@hashsight/torch';
import { findTagIssues, tagQuality } from '../../src/cleaning/confident-tags.js';
import { outOfFoldAnswers } from '../../src/cleaning/out-of-fold.js';
import { AnswerCollector } from '../../src/cleaning/tag-counts.js';

test('the quality of a post is cleanlab’s', () => {
  const labels = [[1], [0, 2]];
  const probabilities = [
    [0.1, 0.9, 0.1],
    [0.4, 0.1, 0.9],
  ];
  const scores = labels.map((own, post) => tagQuality(own, probabilities[post] as number[]));
  for (const [i, expected] of [0.9, 0.5].entries()) {
    assert.ok(Math.abs((scores[i] as number) - expected) < 1e-12, `${scores[i]}`);
  }
  assert.equal(tagQuality([], []), 1);
});

const NUM_CLASSES = 6;

/** Posts with one or two tags and noisy features of them; then tags are planted and removed. */
function planted(posts: number, { wrong, removed }: { wrong: number; removed: number }) {
  const random = new Random(1, 7);
  const dim = 12;
  const features = new Float32Array(posts * dim);
  const mistakes = { wrong: new Set<string>(), missing: new Set<string>() };
  const tags = Array.from({ length: posts }, (_, post) => {
    const truth = [...new Set([random.below(NUM_CLASSES), random.below(NUM_CLASSES)])];
    for (let d = 0; d < dim; d++) features[post * dim + d] = random.uniform(-0.6, 0.6);
    for (const tag of truth) {
      const at = post * dim + tag;
      features[at] = (features[at] as number) + 2;
    }
    const kept = truth.filter((tag) => {
      if (random.uniform() >= removed) return true;
      mistakes.missing.add(`${post} ${tag}`);
      return false;
    });
    const extra = random.below(NUM_CLASSES);
    if (random.uniform() >= wrong || truth.includes(extra)) return kept;
    mistakes.wrong.add(`${post} ${extra}`);
    return [...kept, extra];
  });
  return { features, dim, tags, mistakes };
}

function scores(found: readonly string[], expected: ReadonlySet<string>) {
  const right = found.filter((key) => expected.has(key)).length;
  return { precision: right / found.length, recall: right / expected.size };
}

test('planted wrong and removed tags are found apart, on tags that can be told', () => {
  const { features, dim, tags, mistakes } = planted(600, { wrong: 0.1, removed: 0.3 });
  const before = memory().tensors;
  const answers = outOfFoldAnswers({ features, dim, tags, numClasses: NUM_CLASSES, m: 4 });
  assert.equal(memory().tensors, before);
  const { issues, noise } = findTagIssues(answers);
  for (const kind of ['wrong', 'missing'] as const) {
    const found = issues.filter((issue) => issue.kind === kind).map(({ post, tag }) => `${post} ${tag}`);
    const { precision, recall } = scores(found, mistakes[kind]);
    assert.ok(precision > 0.9 && recall > 0.9, `${kind}: ${precision}, ${recall}`);
    const estimated = noise.reduce((sum, one) => sum + one[kind], 0);
    assert.ok(Math.abs(estimated - mistakes[kind].size) < 0.15 * mistakes[kind].size, `${estimated}`);
  }
  for (const { posterior } of issues) assert.ok(posterior >= 0 && posterior <= 1);
  // The posterior is higher for what is right.
  const mean = (isRight: boolean) => {
    const own = issues.filter(({ kind, post, tag }) => mistakes[kind].has(`${post} ${tag}`) === isRight);
    return own.reduce((sum, { posterior }) => sum + posterior, 0) / Math.max(1, own.length);
  };
  assert.ok(mean(true) > mean(false));
});

test('tags without a mistake are left alone', () => {
  const { features, dim, tags } = planted(400, { wrong: 0, removed: 0 });
  const { issues } = findTagIssues(outOfFoldAnswers({ features, dim, tags, numClasses: NUM_CLASSES, C: 1 }));
  assert.ok(issues.length <= 4, `${issues.length}`);
});

test('a tag that no post has, a post without tags, and a tag that all posts have', () => {
  const tags = [[0, 2], [0], [0, 2], [0]];
  const collector = new AnswerCollector(tags, 4, 2);
  for (const [post] of tags.entries())
    collector.add(post, Float32Array.of(1, 0, post % 2 === 0 ? 0.9 : 0.1, 0));
  const { issues, noise } = findTagIssues(collector.answers());
  assert.deepEqual(issues, []);
  assert.equal(noise.length, 4);
  const none = new AnswerCollector([[], []], 2, 5);
  none.add(0, Float32Array.of(0.2, 0.3));
  none.add(1, Float32Array.of(0.1, 0.4));
  assert.deepEqual(findTagIssues(none.answers()).issues, []);
});

test('of each post only the likeliest tags stay, ties by the lower one', () => {
  const collector = new AnswerCollector([[3, 1, 3]], 5, 2);
  collector.add(0, Float32Array.of(0.25, 0.5, 0.75, 0.125, 0.25));
  const { likely, given, tags, counts } = collector.answers();
  assert.deepEqual(tags, [[1, 3]]);
  assert.deepEqual([...(given[0] ?? [])], [0.5, 0.125]);
  assert.deepEqual([...(likely[0]?.tags ?? [])], [2, 0]);
  assert.equal(counts[4]?.others, 1);
  assert.equal(counts[1]?.given, 1);
});
