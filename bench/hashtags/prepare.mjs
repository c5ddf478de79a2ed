// `hashsight prepare` from generated posts to vocabulary, labels and splits: time and memory, beside a plain script in
// Polars on the same file, in one run; or, with --memory, the memory for several numbers of posts.
//   npm run bench:prepare [-- --posts 10000000 --rounds 1 --min-count 20]
//   npm run bench:prepare -- --memory 1000000,2000000,4000000,8000000 [--rare-words 50000]
// Few rare words, so that the hashtags do not grow with the posts: they cost memory too.
// The posts are kept in the cache folder for the next time; --remove takes them away at the end.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../../packages/formats/dist/src/files/cache-folder.js';
import { generatePosts } from './generate-posts.mjs';
import { runMeasured } from './measured-process.mjs';
import { RARE_WORDS } from './planted-posts.mjs';

const POLARS = 'polars>=1.44,<2'; // scan_lines, and an enum from a column

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000000' },
    seed: { type: 'string', default: '0' },
    'min-count': { type: 'string', default: '20' },
    rounds: { type: 'string', default: '1' },
    memory: { type: 'string' },
    'rare-words': { type: 'string', default: String(RARE_WORDS) },
    remove: { type: 'boolean', default: false },
  },
});
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const folder = path.join(cacheFolder(), 'bench');
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(path.join(folder, 'prepare-'));
const written = [];
try {
  if (values.memory === undefined) await besidePolars(Number(values.posts));
  else await memoryOf(values.memory.split(',').map(Number));
} finally {
  rmSync(scratch, { recursive: true, force: true });
  if (values.remove) for (const file of written) rmSync(file, { force: true });
}

async function besidePolars(posts) {
  const file = postsFile(posts);
  const python = polarsFolder();
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const ours = await prepare(file);
    const polars = await polarsSide(file, ours.out, python);
    rounds.push({ ours, polars });
  }
  const last = rounds.at(-1);
  const gigabytes = (statSync(file).size / 1e9).toFixed(2);
  console.log(
    `${posts} posts, ${gigabytes} GB of JSONL, ${availableParallelism()} cores, the file in memory\n`,
  );
  console.log(columns('', 'hashsight', `Polars ${last.polars.version}`, 'ratio'));
  const compared = [
    ['seconds', 'seconds', 1],
    ['CPU seconds', 'cpuSeconds', 1],
    ['peak memory, MiB', 'peakMiB', 0],
    ['  without pages of files', 'peakAnonymousMiB', 0],
  ];
  for (const [label, field, digits] of compared) {
    const ours = median(rounds.map((round) => round.ours[field]));
    const polars = median(rounds.map((round) => round.polars[field]));
    const ratio = median(rounds.map((round) => round.ours[field] / round.polars[field]));
    console.log(columns(label, ours.toFixed(digits), polars.toFixed(digits), ratio.toFixed(2)));
  }
  console.log(columns('posts with a label', last.ours.labelled, last.polars.labelled));
  console.log(`\nstages of hashsight, seconds: ${stagesText(last.ours.stages)}`);
  console.log(`stages of Polars, seconds: ${stagesText(last.polars.stages)}`);
  console.log(
    '\nPolars does less: no choice of senses, no merging (it reads the classes from our vocabulary.json), no measures of\n' +
      'spread, users and days, no list of what was set aside, no page. It trusts its input where that is not about the lines.',
  );
}

async function memoryOf(numbers) {
  console.log(columns('posts', 'peak MiB', 'without files', 'seconds', 'MB of posts', 'hashtags'));
  for (const posts of numbers) {
    const file = postsFile(posts);
    const { peakMiB, peakAnonymousMiB, seconds, hashtags } = await prepare(file);
    const megabytes = Math.round(statSync(file).size / 1e6);
    const measured = [
      peakMiB.toFixed(0),
      peakAnonymousMiB.toFixed(0),
      seconds.toFixed(1),
      megabytes,
      hashtags,
    ];
    console.log(columns(String(posts), ...measured));
    if (values.remove) rmSync(file, { force: true });
  }
}

/** The generated posts, from the cache where the same generator wrote them. */
function postsFile(posts) {
  const sources = ['generate-posts', 'planted-posts', 'planted-concepts', 'spellings', 'random'];
  const hash = createHash('sha256');
  for (const name of sources) hash.update(readFileSync(here(`${name}.mjs`)));
  const rareWords = Number(values['rare-words']);
  const options = `${posts}-${values.seed}${rareWords === RARE_WORDS ? '' : `-${rareWords}`}`;
  const file = path.join(folder, `posts-${options}-${hash.digest('hex').slice(0, 8)}.jsonl`);
  written.push(file);
  if (existsSync(file)) return file;
  console.error(`generating ${posts} posts …`);
  generatePosts({ posts, seed: Number(values.seed), rareWords, out: `${file}.partial` });
  renameSync(`${file}.partial`, file);
  return file;
}

async function prepare(file) {
  const out = path.join(scratch, 'prepared');
  rmSync(out, { recursive: true, force: true });
  await readThrough(file);
  console.error('hashsight prepare …');
  const flags = [
    '--metadata-only',
    '--split-by',
    'user',
    '--test-share',
    '0',
    '--min-count',
    values['min-count'],
  ];
  const hashsight = here('../../packages/hashsight/bin/hashsight.js');
  const measured = await runMeasured(process.execPath, [
    hashsight,
    'prepare',
    '--posts',
    file,
    ...flags,
    '--out',
    out,
  ]);
  const { labelled, hashtags } = JSON.parse(readFileSync(path.join(out, 'prepare.json'), 'utf8')).counts;
  return { ...measured, out, labelled, hashtags, stages: stagesOf(measured) };
}

/** How long each step took that the program told of on stderr: `counting hashtags …`, `counting hashtags: 2/4 parts`. */
function stagesOf({ stderr, seconds }) {
  const starts = new Map([['start', 0]]);
  for (const { seconds: at, text } of stderr) {
    const [, step] = /^(.+?)(?: …|: \d+\/)/.exec(text) ?? [];
    if (step !== undefined && !starts.has(step)) starts.set(step, at);
  }
  const ordered = [...starts];
  return Object.fromEntries(
    ordered.map(([step, at], index) => [step, (ordered[index + 1]?.[1] ?? seconds) - at]),
  );
}

async function polarsSide(file, prepared, python) {
  await readThrough(file);
  console.error('Polars …');
  const labels = path.join(scratch, 'polars.parquet');
  const args = [
    here('polars-side.py'),
    file,
    path.join(prepared, 'vocabulary.json'),
    labels,
    values['min-count'],
  ];
  const measured = await runMeasured('python3', args, { PYTHONPATH: python });
  const { polars: version, stages, labelled } = JSON.parse(measured.stdout);
  return { ...measured, version, stages, labelled };
}

/** Polars in a folder of its own, installed when it is not there. */
function polarsFolder() {
  const target = path.join(cacheFolder(), 'python', 'polars-1');
  const env = { ...process.env, PYTHONPATH: target };
  const isThere = () =>
    spawnSync('python3', ['-c', 'import polars; polars.scan_lines'], { env }).status === 0;
  if (isThere()) return target;
  const install = ['-m', 'pip', 'install', '-qq', '--disable-pip-version-check', '--target', target];
  spawnSync('python3', [...install, POLARS], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (isThere()) return target;
  throw new Error(
    `prepare: expected python3 with pip to install ${POLARS} in ${target}; install it there yourself`,
  );
}

/** So that both sides find the file in the system's memory. */
async function readThrough(file) {
  for await (const _ of createReadStream(file, { highWaterMark: 2 ** 22 }));
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

function columns(label, ...cells) {
  return label.padEnd(26) + cells.map((cell) => String(cell).padStart(15)).join('');
}

function stagesText(stages) {
  return Object.entries(stages)
    .map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`)
    .join(', ');
}
