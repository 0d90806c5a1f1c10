import type { Browser, Page } from 'playwright-core';
import { buildPage } from '../../../src/web/build/build-page.ts';
import { noBrowser, openBrowser } from '../../../tests/web/open-browser.ts';
import { withServer } from '../run/child.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';

/** Measures the page, built anew, of a server on the database at an address, in a real browser; where none runs it says so and measures nothing. */
export async function inBrowser(
  url: string,
  what: string,
  measure: (browser: Browser, api: string) => Promise<Result[]>,
): Promise<Result[]> {
  if (noBrowser !== null) {
    note(`${what}: left out, ${noBrowser}`);
    return [];
  }
  note(what);
  await buildPage();
  const { args, environment } = concord(url);
  const browser = await openBrowser();
  try {
    return await withServer(args, environment, (api) => measure(browser, api));
  } finally {
    await browser.close();
  }
}

/** Runs `use` with a page of a browser that knows nothing yet. */
export async function withPage<Value>(browser: Browser, use: (page: Page) => Promise<Value>): Promise<Value> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}
