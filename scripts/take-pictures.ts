import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { noBrowser, openBrowser } from '../tests/web/open-browser.ts';
import { withConcord } from './with-concord.ts';

// Takes the pictures in README from the running page: of a Concord of its own with the seed files, or of the one at the address that is given.

const folder = new URL('../docs/pictures/', import.meta.url);
const view = '/compare?parties=CN,RU,US&asOf=2022-02-04';
const mostBytes = 200_000;
const mostAttempts = 10;

if (noBrowser !== null) throw new Error(`No picture can be taken: ${noBrowser}.`);
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  await withConcord(process.argv[2], async (address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 960 } });
      const page = await context.newPage();
      await page.goto(new URL(view, address).href);
      await drawn(page);
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      if (picture.length > mostBytes)
        throw new Error(`The picture has ${picture.length} bytes, more than ${mostBytes}.`);
      const file = new URL(`compare-${colorScheme}.png`, folder);
      await writeFile(file, picture);
      console.log(`${fileURLToPath(file)}: ${picture.length} bytes`);
      await context.close();
    }
  });
} finally {
  await browser.close();
}

/** Waits until all that the page asked for is there and painted. */
async function drawn(page: Page): Promise<void> {
  const shown = page.locator('.position').first();
  // A server that has just started on a busy machine may be late.
  const retry = page.locator('.problem button');
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    await shown.or(retry.first()).first().waitFor({ timeout: 60_000 });
    if (await shown.isVisible()) break;
    await retry.first().click();
  }
  await shown.waitFor();
  await page.waitForLoadState('networkidle');
}
