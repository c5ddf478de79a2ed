// How well `hashsight prepare` finds what is true of generated posts: what should merge, what should go, what is meant, who
// stands on which side.
//   npm run bench:hashtags [-- --posts 300000 --seed 0 --min-count 20 --wrong]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parquetSql } from '../../packages/dataset/dist/src/tables/file-relations.js';
import { openTables } from '../../packages/dataset/dist/src/tables/tables.js';
import { generatePosts } from './generate-posts.mjs';
import { droppingScore, labelScore, mergingScore, senseScore, splitScore } from './score.mjs';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '300000' },
    seed: { type: 'string', default: '0' },
    'min-count': { type: 'string', default: '20' },
    wrong: { type: 'boolean', default: false },
  },
});
const minCount = Number(values['min-count']);
const hashsight = fileURLToPath(new URL('../../packages/hashsight/bin/hashsight.js', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-bench-'));
try {
  const file = path.join(folder, 'posts.jsonl');
  const out = path.join(folder, 'prepared');
  const generated = generate(file);
  runPrepare(file, out);
  const json = (name) => JSON.parse(readFileSync(path.join(out, name), 'utf8'));
  const manifest = await readManifest(path.join(out, 'manifest.parquet'), folder);
  print(generated, json('vocabulary.json'), json('prepare.json'), manifest);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes the posts, and keeps what each good one says. */
function generate(file) {
  const posts = [];
  const authorOf = new Int32Array(Number(values.posts)).fill(-1);
  const truth = generatePosts({
    posts: Number(values.posts),
    seed: Number(values.seed),
    out: file,
    onPost(draws) {
      if (draws.problem !== 0) return;
      authorOf[draws.number] = draws.author;
      posts.push({
        number: draws.number,
        concepts: [...draws.shown.subarray(0, draws.conceptCount)],
        hashtags: Array.from(
          draws.written.subarray(0, draws.hashtagCount),
          (hashtag) => draws.hashtags[hashtag].hashtag,
        ),
      });
    },
  });
  return { truth, posts, authorOf };
}

function runPrepare(file, out) {
  const flags = [
    '--metadata-only',
    '--split-by',
    'user',
    '--test-share',
    '0',
    '--min-count',
    String(minCount),
  ];
  const command = [hashsight, 'prepare', '--posts', file, ...flags, '--out', out];
  const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`quality: expected hashsight prepare to end with 0, got ${status}`);
}

async function readManifest(file, temporaryDir) {
  const tables = await openTables({ threads: 2, memoryLimit: '1GB', temporaryDir });
  try {
    const rows = await tables.rows(`SELECT post, split, labels FROM ${parquetSql(file)}`);
    return rows.map(({ post, split, labels }) => ({ number: Number(post.slice(1)), split, labels }));
  } finally {
    tables.close();
  }
}

function print({ truth, posts, authorOf }, vocabulary, preparation, manifest) {
  const merging = mergingScore(truth, vocabulary, minCount);
  const dropping = droppingScore(truth, vocabulary, minCount);
  const senses = senseScore(truth, vocabulary, minCount);
  const labelsOf = new Map(manifest.map(({ number, labels }) => [number, labels]));
  const labels = labelScore(truth, vocabulary, minCount, posts, labelsOf);
  const split = splitScore(manifest, authorOf);
  const { malformed, duplicateId } = preparation.counts.setAside;
  const trulyMalformed = Object.values(truth.malformed).reduce((sum, count) => sum + count, 0);
  const { authors } = split;
  const rows = [
    [`${values.posts} generated posts, seed ${values.seed}; hashtags that ${minCount} posts or more carry`],
    ['merging: pairs of hashtags'],
    ['precision', merging.precision],
    ['recall', merging.recall],
    ...Object.entries(merging.recallByKind).map(([kind, score]) => [`  ${kind}`, score]),
    ['unknown to WordNet, classes of their own', merging.unknownAlone],
    ['chains that stay apart', merging.chainsApart],
    ['dropping'],
    ['precision', dropping.precision],
    ['recall', dropping.recall],
    ...Object.entries(dropping.recallByKind).map(([kind, score]) => {
      return [`  ${kind}`, score, `${score.forThisReason} for this reason`];
    }),
    ["a fan's third of the posts, a month's season: kept", dropping.nearMissesKept],
    ['senses of hashtags in classes'],
    ['of one sense', senses.ofOneSense],
    ['of several', senses.ofSeveral],
    ["  WordNet's first would be right for", senses.ofSeveralByFirst],
    ['  where the first is meant', senses.meantInFirst],
    ['  where another is meant', senses.meantInAnother],
    ['labels'],
    ['posts with exactly the classes of their hashtags', labels.exact],
    ['precision of (post, concept)', labels.precision],
    ['recall of (post, concept)', labels.recall],
    ['labels a post', `${labels.labelsAPost.toFixed(2)}, concepts ${labels.conceptsAPost.toFixed(2)}`],
    ['split by user'],
    ['validation', split.validation],
    ['authors on both sides', `${authors.both} of ${authors.train + authors.validation - authors.both}`],
    ['records set aside'],
    ['malformed', `${malformed}, in truth ${trulyMalformed}`],
    ['repeated ids', `${duplicateId}, in truth ${truth.repeatedIds}`],
    ['good posts', `${preparation.counts.posts}, in truth ${truth.good}`],
  ];
  for (const row of rows) console.log(line(row));
  if (!values.wrong) return;
  const lists = {
    'in one class, but should not be': merging.wrong,
    'should be in one class': merging.missed,
    'dropped, but should stay': dropping.wrong,
    'another sense is meant': senses.wrong,
  };
  for (const [name, list] of Object.entries(lists)) console.log(`\n${name}:\n  ${list.join('\n  ')}`);
}

function line([label, score, note = '']) {
  if (score === undefined) return `\n${label}`;
  if (typeof score === 'string') return `  ${label.padEnd(52)}${score}`;
  const value = score.share === undefined ? 'none' : score.share.toFixed(4);
  return `  ${label.padEnd(52)}${value}  ${score.part} of ${score.whole}${note && `, ${note}`}`;
}
