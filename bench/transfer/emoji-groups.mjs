// What tags of drawings are worth on a labelled task in a style that pretraining never saw: Open Clip Art and OpenMoji with
// their tags, without the emoji of the task's test split, then the groups of Fluent Emoji 3D with few labels a class.
//   npm run bench:transfer -- [--out FOLDER] [--task emoji-groups|openmoji-groups|solar-cell-defects] [--run RUN]
//     [--how probe,knn,finetune,random,scratch] [--shots 1,2,5,10,20,50,all] [--seeds 5] [--epochs 20]
// Each step is the command that a user would type. What is done is kept, so the script goes on where it was stopped.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'demo-output/transfer' },
    task: { type: 'string', default: 'emoji-groups' },
    run: { type: 'string' },
    how: { type: 'string', default: 'probe,knn,finetune,random,scratch' },
    shots: { type: 'string', default: '1,2,5,10,20,50,all' },
    seeds: { type: 'string', default: '5' },
    epochs: { type: 'string', default: '20' },
  },
});
const SOURCES = {
  'emoji-groups': 'fluent-emoji-3d',
  'openmoji-groups': 'openmoji',
  'solar-cell-defects': 'solar-cells',
};
const source = SOURCES[values.task];
if (source === undefined) {
  throw new Error(`--task: expected one of ${Object.keys(SOURCES).join(', ')}, got ${values.task}`);
}
const cli = fileURLToPath(new URL('../../packages/hashsight/bin/hashsight.js', import.meta.url));
const recipe = fileURLToPath(new URL('pretraining.json', import.meta.url));
const folder = (name) => path.join(values.out, name);

function hashsight(...words) {
  console.log(`\n$ hashsight ${words.join(' ')}`);
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, [cli, ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.log(`(${((performance.now() - begun) / 1000).toFixed(0)} s)`);
}

/** Writes a data set unless it is there. */
function dataset(name, to, ...flags) {
  if (!existsSync(path.join(folder(to), 'posts.jsonl')))
    hashsight('dataset', name, ...flags, '--out', folder(to));
  return folder(to);
}

const task = path.join(dataset(source, source), `${values.task}.csv`);
const run = values.run ?? pretrain();
hashsight(
  ...['transfer', '--task', task, '--run', run, '--how', values.how, '--shots', values.shots],
  ...['--seeds', values.seeds, '--out', folder(`results-${values.task}`)],
);

/** Trains on tags; the emoji of the test split are left out in every style. */
function pretrain() {
  const tagged = [
    dataset('openclipart', 'openclipart'),
    dataset('openmoji', 'openmoji-pretraining', '--exclude-task', 'emoji-groups'),
  ];
  checkApart(tagged[1]);
  const data = folder('pretraining');
  if (!existsSync(path.join(data, 'prepare.json'))) {
    const posts = tagged.map((from) => path.join(from, 'posts.jsonl'));
    const shares = ['--validation-share', '0.05', '--test-share', '0.05'];
    hashsight('prepare', '--posts', ...posts, '--out', data, '--min-count', '12', ...shares);
  }
  const pretrained = folder('pretrained');
  if (existsSync(path.join(pretrained, 'config.json'))) hashsight('train', '--out', pretrained, '--resume');
  else hashsight('train', '--data', data, '--recipe', recipe, '--epochs', values.epochs, '--out', pretrained);
  return pretrained;
}

/** Checks that no post for pretraining shows an emoji that the task tests. */
function checkApart(tagged) {
  if (source === 'solar-cells') return;
  const [head, ...rows] = readFileSync(task, 'utf8').trim().split('\n');
  const column = (name) => head.split(',').indexOf(name);
  // Neither of these columns is ever quoted, nor are those before them.
  const cells = rows.map((row) => row.split(','));
  const tested = new Set(
    cells.filter((row) => row[column('split')] === 'test').map((row) => row[column('emoji')]),
  );
  const posts = readFileSync(path.join(tagged, 'posts.jsonl'), 'utf8').trim().split('\n').map(JSON.parse);
  const seen = posts.filter(({ emoji }) => tested.has(emoji));
  console.log(
    `\n${tested.size} emoji are tested; ${seen.length} of ${posts.length} posts for pretraining show one`,
  );
  if (seen.length > 0) process.exit(1);
}
