import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { EmbeddingIndex, modelDigest } from '@hashsight/search';
import { startServer } from '@hashsight/server';
import { Tagger } from '@hashsight/tagger';
import { openBrowser, skip, visit } from './browser.js';
import { bomb, squareOn, TEXT } from './images.js';
import { writeModelWithRun } from './model-with-a-run.js';
import { choose, hottest, TIMEOUT, tagged, tags } from './page-parts.js';

/** An index of one image of each color. */
async function writeIndex(folder: string, model: string): Promise<string> {
  const index = path.join(folder, 'index');
  const tagger = await Tagger.load(model);
  const { embeddingSize } = tagger;
  const digest = await modelDigest(model);
  const opened = await EmbeddingIndex.openOrCreate(index, { digest, folder: model }, embeddingSize);
  for (const color of ['red', 'lime', 'blue']) {
    const { buffer } = await squareOn(color, color);
    const file = path.join(folder, `${color}.jpg`);
    await writeFile(file, buffer);
    await opened.append([{ path: file, embedding: await tagger.embed(file) }]);
  }
  await opened.close();
  await tagger.dispose();
  return index;
}

test('the page on hashsight serve', { skip }, async (t) => {
  const folder = temporaryFolder(t);
  const model = path.join(folder, 'model');
  await writeModelWithRun(model);
  const index = await writeIndex(folder, model);
  const server = await startServer({ model, index, port: 0, logLevel: 'silent', shutdownMs: 1000 });
  t.after(() => server.close());
  const browser = await openBrowser(t);
  const { page, context, errors, foreign } = await visit(browser, `${server.url}/`);
  const redSquare = await squareOn('blue', 'red');
  /** The place in use, as its label says. */
  const use = (name: string) => page.getByRole('radio', { name }).check({ timeout: TIMEOUT, force: true });
  const similar = page.locator('.similar .thumbnail');

  await t.test('server and browser agree on the hashtags and on where they are', async () => {
    const seen = [];
    await choose(page, redSquare);
    for (const name of ['Server', 'This browser']) {
      await use(name);
      await tagged(page);
      await page.locator('.tag', { hasText: '#red' }).hover();
      seen.push({ tags: await tags(page), hottest: await hottest(page) });
      await page.locator('h1').hover();
      await page
        .locator('.choice', { hasText: new RegExp(`${name} .*(ms| s)`) })
        .waitFor({ timeout: TIMEOUT });
    }
    const [server, here] = seen;
    assert.deepEqual(
      here?.tags.map(({ name }) => name),
      server?.tags.map(({ name }) => name),
    );
    for (const [i, { name, share }] of (here?.tags ?? []).entries()) {
      const other = server?.tags[i]?.share ?? Number.NaN;
      assert.ok(Math.abs(share - other) <= 0.2, `${name}: expected ${other} %, got ${share} %`);
    }
    assert.deepEqual(here?.hottest, server?.hottest);
  });

  await t.test('shows similar images, which can be tagged in turn, and samples of a hashtag', async () => {
    await use('Server');
    await choose(page, await squareOn('lime', 'lime'));
    await similar.nth(2).waitFor({ timeout: TIMEOUT });
    assert.equal(await similar.first().getAttribute('title'), path.join(folder, 'lime.jpg'));
    await similar.nth(1).click();
    await page.locator('.frame img[alt*=".jpg"]').waitFor({ timeout: TIMEOUT });
    await tagged(page);
    await page.keyboard.press('2');
    await page.locator('.hashtag', { hasText: '#blue' }).click();
    const sample = page.locator('.hashtag-details .thumbnail').first();
    await sample.waitFor({ timeout: TIMEOUT });
    assert.equal(await sample.getAttribute('title'), path.join(folder, 'blue.jpg'));
    await page.keyboard.press('1');
  });

  await t.test('copies a request that the server answers', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose(page, redSquare);
    await page.getByRole('button', { name: 'Copy curl' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: 'curl' })
      .waitFor({ state: 'attached', timeout: TIMEOUT });
    const command = await page.evaluate(() => navigator.clipboard.readText());
    const [, address = ''] = /'(http[^']+)'$/.exec(command) ?? [];
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await fetch(address, {
      method: 'POST',
      headers,
      body: new Uint8Array(redSquare.buffer),
    });
    const { tags: found } = (await response.json()) as { tags: readonly { hashtag: string }[] };
    assert.equal(found[0]?.hashtag, (await tags(page))[0]?.name);
  });

  await t.test('asks no other host for anything, and logs no error', () => {
    assert.deepEqual(foreign, []);
    assert.deepEqual(errors, []);
  });
  await context.close();

  await t.test('says in words what the server refuses, and tries again', async () => {
    // Playwright answers no requests of a page with a service worker.
    const { page } = await visit(browser, `${server.url}/`, { serviceWorkers: 'block' });
    const says = (words: RegExp) =>
      page.getByRole('alert').filter({ hasText: words }).waitFor({ timeout: TIMEOUT });
    const give = (file: typeof TEXT) => page.locator('input[type=file]').setInputFiles(file);
    await give(TEXT);
    await says(/could not be read as an image/);
    await give(await bomb());
    await says(/too large/);
    // A server that is full answers like this.
    const busy = { status: 503, headers: { 'retry-after': '7' }, json: { error: { code: 'overloaded' } } };
    await page.route('**/v1/tag*', (route) => route.fulfill(busy));
    await give(redSquare);
    await says(/The server is busy\.\s*Try again in 7 s\./);
    await page.unroute('**/v1/tag*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await tagged(page);
    // The browser has the model already, and does not need the server any more.
    const here = page.getByRole('radio', { name: 'This browser' });
    await here.check({ force: true });
    await page.locator('.note', { hasText: 'WASM' }).waitFor({ timeout: TIMEOUT });
    await page.getByRole('radio', { name: 'Server' }).check({ force: true });
    await server.close();
    await give(redSquare);
    await says(/The server does not answer/);
    await here.check({ force: true });
    await tagged(page);
    assert.equal((await tags(page))[0]?.name, 'blue');
  });

  await t.test('asks for the token of a server that has one', async (t) => {
    const token = 'a-token-of-a-server';
    const guarded = await startServer({
      ...{ model, index, token, port: 0 },
      logLevel: 'silent',
      shutdownMs: 1000,
    });
    t.after(() => guarded.close());
    const { page } = await visit(browser, `${guarded.url}/`);
    for (const given of ['not-the-right-one', token]) {
      await page.getByLabel(/token/).fill(given);
      await page.getByRole('button', { name: 'Open' }).click();
    }
    await page.locator('.example img[src^=blob]').first().waitFor({ timeout: TIMEOUT });
    await choose(page, redSquare);
    await page.getByRole('radio', { name: 'This browser' }).check({ force: true });
    await page.locator('.note', { hasText: 'WASM' }).waitFor({ timeout: TIMEOUT });
  });
});
