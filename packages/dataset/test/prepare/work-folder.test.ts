import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { WorkFolder } from '../../src/prepare/work-folder.js';

/** Stages that write down that they were built. */
function workIn(folder: string) {
  const built: string[] = [];
  const work = new WorkFolder(path.join(folder, '.work'));
  const stage = (name: string, dependsOn: unknown, result: unknown = null) =>
    work.stage(name, dependsOn, async (into) => {
      built.push(`${name} ${JSON.stringify(dependsOn)}`);
      writeFileSync(path.join(into, 'file'), name);
      return result;
    });
  return { work, stage, built };
}

test('a stage is done once, in this run and in the next, and tells what it told', async (t) => {
  const folder = temporaryFolder(t);
  const { stage, built, work } = workIn(folder);
  assert.equal(await work.hasStage(), false);
  const first = await stage('posts', { file: 'a', n: [1, null] }, { records: 3 });
  assert.equal(await work.hasStage(), true);
  assert.deepEqual(await stage('posts', { file: 'a', n: [1, null] }, 'not asked'), first);
  const next = workIn(folder);
  assert.deepEqual(await next.stage('posts', { file: 'a', n: [1, null] }), first);
  assert.deepEqual(first.result, { records: 3 });
  assert.equal(readFileSync(path.join(first.folder, 'file'), 'utf8'), 'posts');
  assert.deepEqual([built.length, next.built.length], [1, 0]);
});

test('another version of the program does a stage again, and does not take what it wrote for its own', async (t) => {
  const place = path.join(temporaryFolder(t), '.work');
  const built: string[] = [];
  const keyIn = async (version: string) => {
    const { key } = await new WorkFolder(place, version).stage('evidence', 1, async () => {
      built.push(version);
    });
    return key;
  };
  const first = await keyIn('0.1.0');
  assert.notEqual(await keyIn('0.2.0'), first);
  assert.equal(await keyIn('0.1.0'), first);
  assert.deepEqual(built, ['0.1.0', '0.2.0']);
});

test('a stage that tells nothing is done once as well', async (t) => {
  const { work } = workIn(temporaryFolder(t));
  let built = 0;
  const build = async () => {
    built += 1;
  };
  await work.stage('labels', 1, build);
  await work.stage('labels', 1, build);
  assert.equal(built, 1);
});

test('what depends on something else, or has another name, is another stage with another key', async (t) => {
  const { stage, built } = workIn(temporaryFolder(t));
  const stages = [
    await stage('posts', ['a']),
    await stage('posts', ['b']),
    await stage('posts', ['a', 1]),
    await stage('labels', ['a']),
  ];
  assert.equal(new Set(stages.map(({ folder }) => folder)).size, 4);
  assert.equal(new Set(stages.map(({ key }) => key)).size, 4);
  assert.equal(built.length, 4);
});

test('a stage that failed goes on in its folder, with what was in it', async (t) => {
  const folder = temporaryFolder(t);
  const { work } = workIn(folder);
  await assert.rejects(
    work.stage('images', 1, async (into) => {
      writeFileSync(path.join(into, 'chunk-0'), 'done');
      throw new Error('killed');
    }),
    /killed/,
  );
  assert.equal(await work.hasStage(), false);
  const { result } = await new WorkFolder(work.path).stage('images', 1, async (into) => readdirSync(into));
  assert.deepEqual(result, ['chunk-0']);
});

test('stages of other settings are removed, but no folder that is none, and none that was used', async (t) => {
  const folder = temporaryFolder(t);
  const before = workIn(folder);
  await before.stage('posts', 'a');
  await before.stage('labels', 'old');
  await assert.rejects(
    before.work.stage('images', 'old', async () => {
      throw new Error('killed');
    }),
  );
  mkdirSync(before.work.folder('sql'));
  writeFileSync(path.join(before.work.folder('sql'), 'kept'), '');
  const { work, stage } = workIn(folder);
  const used = [await stage('posts', 'a'), await stage('labels', 'new')];
  await work.removeUnused();
  assert.deepEqual(
    readdirSync(work.path).sort(),
    [...used.map((each) => path.basename(each.folder)), 'sql'].sort(),
  );
  assert.deepEqual(readdirSync(work.folder('sql')), ['kept']);
  await new WorkFolder(path.join(folder, 'nowhere')).removeUnused();
});

test('what a killed run left half written goes, in every folder of the work; what is done stays', async (t) => {
  const folder = temporaryFolder(t);
  const { work, stage } = workIn(folder);
  const { folder: shards } = await stage('shards', 1);
  const manifest = work.folder('manifest');
  mkdirSync(manifest);
  for (const place of [shards, manifest]) {
    writeFileSync(path.join(place, '.train-000000.tar.0123456789ab.partial'), '');
    writeFileSync(path.join(place, 'train-000001.tar'), '');
  }
  await work.removeLeftOvers();
  assert.deepEqual(readdirSync(shards).sort(), ['done.json', 'file', 'train-000001.tar']);
  assert.deepEqual(readdirSync(manifest), ['train-000001.tar']);
});
