import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { useDatabase } from '../support/database.ts';
import { noBrowser, openBrowser } from './open-browser.ts';

/** The explorer page in a real browser, on a server with the seed files unless another ledger is given; both are shared by the tests of a file. */
export function useExplorer(database = useDatabase('seeded')) {
  const server = useServer(database);
  let browser: Browser;
  const pages = new Map<string, Page>();
  const complaints: string[] = [];
  beforeAll(async () => {
    if (noBrowser !== null) return;
    await buildPage();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function newPage(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    // Less than a test may take, so that it says what it waited for.
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(server.url()).origin) complaints.push(request.url());
    });
    return page;
  }

  return {
    server,
    /**
     * A page that was loaded anew from an address. Tests with the same options share it, for a new one takes a second. A test fails when the page
     * throws, breaks its Content-Security-Policy or asks another host.
     */
    async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const key = JSON.stringify(options);
      const page = pages.get(key) ?? (await newPage(options));
      pages.set(key, page);
      onTestFinished(async () => {
        await page.unrouteAll();
        await page.context().setOffline(false);
        await page.emulateMedia({ media: null });
        const found = complaints.splice(0);
        if (found.length > 0) throw new Error(`The page complained: ${found.join('\n')}`);
      });
      await page.goto(new URL(path, server.url()).href, { waitUntil: 'commit' });
      return page;
    },
  };
}
