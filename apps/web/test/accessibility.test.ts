import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import type { Page } from 'playwright-core';
import { violations } from './accessibility.js';
import { openBrowser, skip, visit } from './browser.js';
import { squareOn, TEXT } from './images.js';
import { writeModelWithRun } from './model-with-a-run.js';
import { choose, TIMEOUT, tagged } from './page-parts.js';
import { hostStatically } from './static-host.js';

/** How to get to each state of the page. */
const STATES: readonly (readonly [name: string, open: (page: Page) => Promise<unknown>])[] = [
  ['empty', async () => undefined],
  [
    'tagged',
    async (page) => {
      await choose(page, await squareOn('red', 'blue'));
      await page.locator('.tag').first().click();
    },
  ],
  [
    'a failure',
    async (page) => {
      await page.locator('input[type=file]').setInputFiles(TEXT);
      await page.getByRole('alert').waitFor({ timeout: TIMEOUT });
    },
  ],
  ['the camera', (page) => page.getByRole('button', { name: 'Take a photo' }).click()],
  [
    'the list of shortcuts',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
    },
  ],
  [
    'the vocabulary',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      await page.locator('.hashtag').first().click();
    },
  ],
  [
    'the run',
    async (page) => {
      await page.keyboard.press('3');
      await page.locator('canvas').nth(4).waitFor({ timeout: TIMEOUT });
    },
  ],
  [
    'the card',
    async (page) => {
      await page.keyboard.press('4');
      await page.locator('.prose').waitFor({ timeout: TIMEOUT });
    },
  ],
];

test('for everybody', { skip }, async (t) => {
  const model = path.join(temporaryFolder(t), 'model');
  await writeModelWithRun(model);
  const host = await hostStatically(t, model);
  const browser = await openBrowser(t);

  for (const colorScheme of ['light', 'dark'] as const) {
    await t.test(`axe finds nothing in the ${colorScheme}, and 360 pixels are wide enough`, async () => {
      const options = {
        colorScheme,
        viewport: { width: 360, height: 740 },
        reducedMotion: 'reduce',
      } as const;
      const { page, context } = await visit(browser, host.address, options);
      for (const [name, open] of STATES) {
        await open(page);
        assert.deepEqual(await violations(page), [], name);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${name} is wider than the screen`);
      }
      await context.close();
    });
  }

  await t.test('the keyboard alone is enough', async () => {
    const { page, context } = await visit(browser, host.address);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const tabTo = async (text: RegExp) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        if (text.test(await focused())) return;
      }
      assert.fail(`expected to reach ${text} with the Tab key`);
    };
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the content');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'What is in your image?');
    await tabTo(/Take a photo/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tagged(page);
    await tabTo(/^#/);
    await page.locator('.heat.shown').waitFor({ timeout: TIMEOUT });
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(), first);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.tag[aria-pressed=true]').count(), 1);
    await page.keyboard.press('/');
    await page.locator('#search:focus').waitFor({ timeout: TIMEOUT });
    await page.keyboard.type('gre');
    await page.locator('.hashtag').nth(1).waitFor({ state: 'detached', timeout: TIMEOUT });
    await tabTo(/^#green/);
    await page.keyboard.press('Enter');
    await page.locator('.hashtag-details').waitFor();
    await page.keyboard.press('t');
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor({ timeout: TIMEOUT });
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached', timeout: TIMEOUT });
    await context.close();
  });
});
