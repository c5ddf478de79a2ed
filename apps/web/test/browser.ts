import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where systems put Chromium; `CHROMIUM` names another place. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium; undefined if there is none. */
export const CHROMIUM = PLACES.find((file) => file !== undefined && existsSync(file));

/** The reason to skip a test, for machines without Chromium. */
export const skip = CHROMIUM === undefined && 'no Chromium: install it, or set CHROMIUM to its path';

/** A Chromium with a camera that shows a test image; closed at the end of the test. */
export async function openBrowser(t: TestContext): Promise<Browser> {
  const browser = await chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  t.after(() => browser.close());
  return browser;
}

/** A page and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that were thrown or logged. */
  readonly errors: string[];
  /** Addresses of other hosts that were asked for. */
  readonly foreign: string[];
}

/** Opens an address and keeps a record of errors and of requests to other hosts. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  const { origin } = new URL(address);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Whether there is a server is found out by asking; on a static host the answer is 404.
    const isQuestion = message.location().url.endsWith('/v1/model');
    if (message.type() === 'error' && !isQuestion) errors.push(message.text());
  });
  await page.goto(address);
  return { page, context, errors, foreign };
}
