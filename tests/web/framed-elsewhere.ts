import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** The frame in a page of another site that holds some HTML, such as the code by which a chart is embedded, in a window of its own. */
export async function framedElsewhere(page: Page, code: string): Promise<FrameLocator> {
  const site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Elsewhere</title>${code}`);
  });
  await once(site.listen(0, '127.0.0.1'), 'listening');
  const other = await page.context().newPage();
  onTestFinished(async () => {
    await other.close();
    site.close();
  });
  const { port } = site.address() as AddressInfo; // it listens on a port
  await other.goto(`http://127.0.0.1:${port}/`);
  return other.frameLocator('iframe');
}

/** The code that a view or a chart offers for other sites, where it is offered. */
export const embedCodeOf = (where: Page | Locator): Promise<string> =>
  where.locator('.copy-field', { hasText: 'Embed it in a page' }).locator('pre').innerText();
