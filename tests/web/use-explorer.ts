import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { openBrowser } from './open-browser.ts';

/** The explorer page in a real browser, on a server with the seed files; both are shared by the tests of a file. */
export function useExplorer() {
  const server = useServer(useDatabase('seeded'));
  let browser: Browser;
  beforeAll(async () => {
    await buildPage();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return {
    address: (path: string) => new URL(path, server.url()).href,
    /** A new page at an address, as of somebody who was never there; closed after the test, which fails if the page complained. */
    async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      onTestFinished(async () => {
        await context.close();
        if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('\n')}`);
      });
      await page.goto(new URL(path, server.url()).href);
      return page;
    },
  };
}
