import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { html } from '@hashsight/pages';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { writeRunReport } from '../../src/report/run-report.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

test('values in a page are escaped, parts of a page and lists are not escaped twice', () => {
  const tag = html`<b>${'<&">'}</b>`;
  assert.equal(html`<p>${[tag, 7]}</p>`.text, '<p><b>&#60;&#38;&#34;&#62;</b>7</p>');
});

test('a run that was not evaluated, or whose evaluation is broken, is one line; else the page needs nothing else', async (t) => {
  const { folder, data } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run });
  const advice = `first run hashsight evaluate --run ${run}`;
  await assert.rejects(writeRunReport({ run }), {
    name: 'InputError',
    message: `${run}: the run was not evaluated yet; ${advice}`,
  });
  await evaluate({ run, workers: 1 });
  const page = readFileSync(await writeRunReport({ run, title: 'Red & blue' }), 'utf8');
  assert.match(page, /<h1>Red &#38; blue<\/h1>/);
  assert.equal(/(?:src|href)="(?!data:)/.exec(page), null);
  assert.equal(page.match(/<img src="data:image\/webp;base64,/g)?.length, 12 + 4, 'examples and predictions');
  assert.match(page, /posted several times were merged into one image with the hashtags of all its posts/);
  for (const [name, message] of [
    ['predictions.jsonl', /run\/predictions\.jsonl:1: expected a line of predictions in JSON, got /],
    ['evaluation.json', /run\/evaluation\.json: expected an evaluation in JSON, got /],
    ['metrics.jsonl', /run\/metrics\.jsonl:1: expected a line of metrics, got .* at kind$/],
  ] as const) {
    const file = path.join(run, name);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, name === 'metrics.jsonl' ? `{"kind":"test"}\n${whole}` : whole.slice(0, 20));
    await assert.rejects(writeRunReport({ run }), { name: 'InputError', message });
    writeFileSync(file, whole);
  }
  await writeRunReport({ run });
});

test('the page of a run on labelled images needs no hashsight prepare', async (t) => {
  const { folder, images } = await tinySet(t, { train: 24, validation: 0 });
  const data = path.join(folder, 'labelled');
  for (let i = 0; i < 24; i++) {
    const split = i < 16 ? 'train' : 'validation';
    const at = path.join(data, split, i % 2 === 0 ? 'red' : 'blue');
    mkdirSync(at, { recursive: true });
    copyFileSync(path.join(images, `train-${i}.png`), path.join(at, `${i}.png`));
  }
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run });
  await evaluate({ run, workers: 1 });
  const page = readFileSync(await writeRunReport({ run }), 'utf8');
  assert.match(page, /<b>16<\/b>training images; 8 for validation, 0 for test/);
  assert.match(page, /<span class="tag">red<\/span>/);
  assert.match(page, /hit@1 on validation: the top prediction is/);
  assert.doesNotMatch(page, /From posts to a training set|Dropped|hashtag|#red|hit@5/i);
});
