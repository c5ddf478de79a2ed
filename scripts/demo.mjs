// The main job on real images, to the end: clip art and emoji with their hashtags in, a model that tags images out; then what
// it is worth on a labelled task, the groups of emoji in a style that it has never seen.
//   npm run demo [-- --full] [-- --out FOLDER]
// Each step is the command that a user would type, and is shown. Stop it when you like: it goes on where it was.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, out: { type: 'string', default: 'demo-output' } },
});
const cli = fileURLToPath(new URL('../packages/hashsight/bin/hashsight.js', import.meta.url));
const begun = Date.now();

/** What the demo does with each data set: 12 epochs are the yardstick's, the short ones fit into six minutes. */
const SETS = {
  openclipart: {
    title: 'Open Clip Art and OpenMoji, tagged by people',
    minCount: 15,
    epochs: { short: 4, full: 12 },
  },
  emoji: { title: 'Emoji in drawing styles', minCount: 40, epochs: { short: 2, full: 12 } },
};
/** The labelled task. No data set for training shows its test emoji, in whatever style. */
const TASK = 'emoji-groups';

function hashsight(...words) {
  console.log(`\n$ hashsight ${words.join(' ')}`);
  return spawnSync(process.execPath, [cli, ...words], { stdio: 'inherit' }).status;
}

function must(...words) {
  const status = hashsight(...words);
  if (status !== 0) process.exit(status ?? 1);
}

const folder = (name) => path.join(values.out, name);

/** Fetches Open Clip Art, or the emoji where there is no apt, and OpenMoji. */
function fetchImages() {
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (hasApt && hashsight('dataset', 'openclipart', '--out', folder('openclipart')) === 0)
    return 'openclipart';
  console.log(
    '\nOpen Clip Art comes through apt, which this machine cannot use: the demo goes on with the emoji.',
  );
  must('dataset', 'emoji', '--exclude-task', TASK, '--out', folder('emoji'));
  return 'emoji';
}

const set = fetchImages();
must('dataset', 'openmoji', '--exclude-task', TASK, '--out', folder('openmoji'));
const posts = [set, 'openmoji'].map((name) => path.join(folder(name), 'posts.jsonl'));
const data = folder(`${set}-data`);
const { title, minCount } = SETS[set];
const epochs = SETS[set].epochs[values.full ? 'full' : 'short'];
const run = folder(`${set}-${epochs}-epochs`);

// What would be read, before the work is done.
must('prepare', '--posts', ...posts, '--sample', 3);
must('prepare', '--posts', ...posts, '--out', data, '--min-count', minCount);
if (existsSync(path.join(run, 'config.json'))) {
  must('train', '--out', run, '--resume');
} else {
  must('train', '--data', data, '--recipe', 'demo', '--epochs', epochs, '--out', run);
}
// Validation is what settings are chosen by; test, which no choice was made by, is what is reported.
// With a threshold for each tag whose precision can be promised: the exported model abstains from the others.
must('evaluate', '--run', run, '--precision', 0.8);
must('evaluate', '--run', run, '--split', 'test');
// Some images that the model has never seen, from all over the list.
const unseen = readFileSync(path.join(run, 'predictions.test.jsonl'), 'utf8').trim().split('\n');
const fileOf = (image) => [set, 'openmoji'].map((name) => path.join(folder(name), image)).find(existsSync);
const shown = [0.2, 0.5, 0.8].map((share) => JSON.parse(unseen[Math.floor(share * unseen.length)]).image);
must('predict', '--run', run, '--top', 3, ...shown.map(fileOf));
must('report', '--run', run, '--title', title);
// Ten labelled images a class: by the features of this run, by random ones, and by the same network without pretraining.
must('dataset', 'fluent-emoji-3d', '--out', folder('fluent-emoji-3d'));
must(
  ...['transfer', '--task', path.join(folder('fluent-emoji-3d'), `${TASK}.csv`), '--run', run],
  ...['--how', 'probe,random,scratch', '--shots', values.full ? '1,2,5,10,20,50,all' : '10'],
  ...(values.full ? ['--seeds', 5] : ['--scratch-steps', 60]),
  ...['--out', `${run}-transfer`],
);
// The model for apps: it needs no LibTorch any more, and tells of its run and of the task.
const model = `${run}-model`;
if (!existsSync(model)) must('export', '--run', run, '--transfer', `${run}-transfer`, '--out', model);
console.log(`\nThe page of the training set: ${path.resolve(data, 'report.html')}`);
console.log(`The page to look at: ${path.resolve(run, 'report.html')}`);
console.log(`The page of the task: ${path.resolve(`${run}-transfer`, 'transfer.html')}`);
console.log(`The card of the model: ${path.resolve(model, 'README.md')}`);
console.log('\nTag an image with the model, and open the page on it to try your own:');
console.log(`  npx hashsight tag --model ${model} ${fileOf(shown[0])}`);
console.log(`  npx hashsight serve --model ${model}`);
console.log(`The whole demo took ${Math.round((Date.now() - begun) / 1000)} seconds.`);
