import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns } from '../run/measure.ts';
import type { Result } from '../run/table.ts';
import { inBrowser, withPage } from './with-page.ts';

/** From the address to a comparison that can be used, for somebody who was never there; and to a page of one word in the same browser. */
export const firstView = (url: string): Promise<Result[]> => inBrowser(url, 'first view of the page', firstViewAt);

async function firstViewAt(browser: Browser, api: string): Promise<Result[]> {
  const bare = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Bare</title><p class="ready">Ready');
  });
  await once(bare.listen(0, '127.0.0.1'), 'listening');
  const { port } = bare.address() as AddressInfo; // it listens on a port
  try {
    const measured = await inTurns(
      {
        concord: () => untilThere(browser, new URL('/compare', api).href, '.cell-button'),
        bare: () => untilThere(browser, `http://127.0.0.1:${port}/`, '.ready'),
      },
      { warmUp: 2, rounds: 10 },
    );
    return [
      {
        what: 'the page, first view of the seeded ledger, nothing cached',
        concord: milliseconds(measured.concord),
        peer: `a page of one word ${milliseconds(measured.bare)}`,
        ratio: times(measured.concord.median / measured.bare.median),
        target: '<= 1,000 ms',
        met: measured.concord.median <= 1_000,
      },
    ];
  } finally {
    bare.close();
    bare.closeAllConnections();
  }
}

/** Milliseconds until something is there, painted and answering: the frame after the one in which it came. */
export function untilThere(browser: Browser, address: string, selector: string): Promise<number> {
  return withPage(browser, async (page) => {
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    // Looked for at every frame: `waitFor` looks less and less often, in the end every 500 ms.
    await page.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility(), selector, {
      polling: 'raf',
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    return performance.now() - start;
  });
}
