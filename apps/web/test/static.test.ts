import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { openBrowser, skip, visit } from './browser.js';
import { bomb, squareOn, TEXT } from './images.js';
import { writeModelWithRun } from './model-with-a-run.js';
import { choose, hottest, TIMEOUT, tagged, tags } from './page-parts.js';
import { hostStatically } from './static-host.js';

test('the page on a host of static files', { skip }, async (t) => {
  const model = path.join(temporaryFolder(t), 'model');
  await writeModelWithRun(model);
  const host = await hostStatically(t, model);
  const browser = await openBrowser(t);
  const redSquare = await squareOn('blue', 'red');
  // One page for most tests: each new one compiles the runtime again.
  const { page, context, errors, foreign } = await visit(browser, host.address);

  await t.test('tags a chosen image in the browser, and nothing on the page moves', async () => {
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await choose(page, await squareOn('red', 'lime'));
    const [best, ...others] = await tags(page);
    assert.equal(best?.name, 'red');
    assert.deepEqual(others.map(({ name }) => name).toSorted(), ['blue', 'green']);
    assert.match((await page.locator('.tag').first().textContent()) ?? '', /above its threshold of 60.0\s%/);
    await page.locator('.alt-text', { hasText: 'red' }).waitFor({ timeout: TIMEOUT });
    assert.match(
      (await page.locator('.note').textContent()) ?? '',
      /stay in this browser.*WASM, \d+ thread/s,
    );
    const shifts = (await page.evaluate('shifts')) as number[];
    assert.ok(shifts.reduce((sum, shift) => sum + shift, 0) < 0.01, `layout shifts: ${shifts}`);
    assert.deepEqual(errors, []);
  });

  await t.test('shows where a hashtag comes from, under the pointer, the focus, and a tap', async () => {
    await choose(page, redSquare);
    await page.locator('.tag', { hasText: '#red' }).hover();
    const { x, y } = await hottest(page);
    assert.ok(x < 0.5 && y < 0.5, `expected the upper left quarter, got ${x}, ${y}`);
    await page.locator('h1').hover();
    await page.locator('.heat:not(.shown)').waitFor({ state: 'attached', timeout: TIMEOUT });
    await page.locator('.tag', { hasText: '#red' }).click();
    await page.locator('h1').hover();
    await page.locator('.heat.shown').waitFor({ timeout: TIMEOUT });
  });

  await t.test('takes a pasted image, a dropped one, an example, and a photo', async () => {
    const bytes = [...redSquare.buffer];
    const give = (kind: 'paste' | 'drop') =>
      page.evaluate(
        ([name, values]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(values)], `${name}.jpg`, { type: 'image/jpeg' }));
          const options = { bubbles: true, cancelable: true };
          document.body.dispatchEvent(
            name === 'paste'
              ? new ClipboardEvent(name, { ...options, clipboardData: transfer })
              : new DragEvent(name, { ...options, dataTransfer: transfer }),
          );
        },
        [kind, bytes] as const,
      );
    for (const kind of ['paste', 'drop'] as const) {
      await give(kind);
      await page.locator(`img[alt="${kind}.jpg"]`).waitFor({ timeout: TIMEOUT });
      await tagged(page);
    }
    await page.locator('.example').first().click();
    await page.locator('.frame img[alt=flower]').waitFor({ timeout: TIMEOUT });
    await tagged(page);
    await page.getByRole('button', { name: 'Take a photo' }).click();
    await page.getByRole('button', { name: 'Take the photo' }).click({ timeout: TIMEOUT });
    await page.locator('.frame img[alt="Photo of the camera"]').waitFor({ timeout: TIMEOUT });
    await tagged(page);
  });

  await t.test('copies the hashtags, the JSON, and the command', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose(page, await squareOn('red', 'red'));
    const copied = async (name: string) => {
      await page.getByRole('button', { name: `Copy ${name}` }).click();
      await page
        .getByRole('status')
        .filter({ hasText: name })
        .waitFor({ state: 'attached', timeout: TIMEOUT });
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await copied('Hashtags'), '#red');
    const { tags: found } = JSON.parse(await copied('JSON')) as { tags: { hashtag: string }[] };
    assert.equal(found[0]?.hashtag, 'red');
    assert.equal(await copied('Command'), "npx hashsight tag --model MODEL 'red.jpg'");
  });

  await t.test('says in words what is wrong with an image', async () => {
    for (const [file, words] of [
      [TEXT, /could not be read as an image/],
      [await bomb(), /too large/],
    ] as const) {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('alert').filter({ hasText: words }).waitFor({ timeout: TIMEOUT });
    }
    await choose(page, redSquare);
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  await t.test('asks no other host for anything', () => {
    assert.deepEqual(foreign, []);
  });
  await context.close();

  await t.test('says where it looked for a model, if there is none', async () => {
    const empty = await hostStatically(t);
    const { page, context } = await visit(browser, empty.address);
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: TIMEOUT });
    assert.match((await alert.textContent()) ?? '', /There is no model at http:.*\/model\/\./);
    await context.close();
  });

  await t.test('searches the vocabulary, and shows the run and the card', async () => {
    const { page, errors, context } = await visit(browser, `${host.address}#/vocabulary`);
    const rows = page.locator('.hashtag');
    await rows.nth(2).waitFor({ timeout: TIMEOUT });
    for (const query of ['blues', '#blue', 'n04962']) {
      await page.getByRole('searchbox').fill(query);
      assert.deepEqual(
        await rows.allTextContents().then((texts) => texts.map((text) => text.split(/\s/)[0])),
        ['#blue'],
      );
    }
    await rows.first().click();
    await page.locator('.hashtag-details', { hasText: /40.0\s%\s\(20.0\s% to 95.0\s%\)/ }).waitFor();
    assert.match(page.url(), /#\/vocabulary\/blue$/);
    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByText('does not know “nothing like it”').waitFor();

    await page.getByRole('link', { name: 'Run' }).click();
    await page.locator('canvas').nth(4).waitFor({ timeout: TIMEOUT });
    await page.getByText('hit@1 on test').waitFor();
    const firstOf = () => page.locator('tbody tr th').filter({ hasText: '#' }).first().textContent();
    await page.getByRole('button', { name: 'images', exact: true }).click();
    assert.equal(await firstOf(), '#red');
    await page.getByRole('button', { name: 'images', exact: true }).click();
    assert.equal(await firstOf(), '#blue');

    await page.getByRole('link', { name: 'Model card' }).click();
    const card = page.locator('.prose');
    await card.getByRole('heading', { name: 'Colors' }).waitFor();
    assert.equal(await card.locator('script').count(), 0);
    assert.match((await card.textContent()) ?? '', /<script>/);
    assert.deepEqual(
      await card.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ['https://example.org/'],
    );
    assert.equal(await card.locator('code').textContent(), 'a < b');
    assert.deepEqual(errors, []);
    await context.close();
  });

  await t.test('works offline once it has been loaded, with threads from the second visit on', async () => {
    const { page, context } = await visit(browser, host.address);
    await choose(page, redSquare);
    const before = await tags(page);
    await page.reload();
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await choose(page, redSquare);
    await context.setOffline(true);
    await page.reload();
    await choose(page, redSquare);
    assert.deepEqual(await tags(page), before);
    await page.getByRole('link', { name: 'Vocabulary' }).click();
    await page.locator('.hashtag').first().waitFor({ timeout: TIMEOUT });
    await context.close();
  });
});
