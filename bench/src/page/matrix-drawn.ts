import type { Browser, Page } from 'playwright-core';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns } from '../run/measure.ts';
import type { Result } from '../run/table.ts';
import { inBrowser, withPage } from './with-page.ts';

const limitMs = 500;

/** From the last byte of the answer to a matrix of all countries that is drawn, in either order; and the same squares as elements of an SVG picture. */
export const matrixDrawn = (url: string): Promise<Result[]> => inBrowser(url, 'the matrix on the page', drawnAt);

async function drawnAt(browser: Browser, api: string): Promise<Result[]> {
  const address = (order: string) => new URL(`/matrix?kinds=ROLL_CALL&order=${order}`, api).href;
  const parties = await withPage(browser, (page) => countParties(page, address('name')));
  const measured = await inTurns(
    {
      likeness: () => withPage(browser, (page) => untilDrawn(page, address('likeness'))),
      name: () => withPage(browser, (page) => untilDrawn(page, address('name'))),
      elements: () => withPage(browser, (page) => untilElementsDrawn(page, parties)),
    },
    { warmUp: 2, rounds: 10 },
  );
  return (['likeness', 'name'] as const).map((order) => ({
    what: `the page, matrix of ${parties} parties by ${order}, after its data arrived`,
    concord: milliseconds(measured[order]),
    peer: `${(parties * parties).toLocaleString('en')} SVG squares alone ${milliseconds(measured.elements)}`,
    ratio: times(measured[order].median / measured.elements.median),
    target: `<= ${limitMs} ms`,
    met: measured[order].median <= limitMs,
  }));
}

async function countParties(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const grid = page.getByRole('grid');
  await grid.waitFor({ timeout: 60_000 });
  return Number(await grid.getAttribute('aria-rowcount'));
}

/** Milliseconds from the end of the largest answer of the API until the frame with the painted matrix was shown. */
async function untilDrawn(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.grid-field .painting') === null) return;
      observer.disconnect();
      // The first of them comes before the frame is shown, the second after.
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('drawn')));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0, null, { timeout: 60_000 });
  return page.evaluate(() => {
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[]; // it is what this type has
    const largest = answers
      .filter(({ name }) => new URL(name).pathname === '/graphql')
      .reduce((one, other) => (other.decodedBodySize > one.decodedBodySize ? other : one));
    return (performance.getEntriesByName('drawn')[0]?.startTime ?? 0) - largest.responseEnd;
  });
}

/** Milliseconds until as many squares as a matrix has cells were made and shown, with nothing else done. */
function untilElementsDrawn(page: Page, parties: number): Promise<number> {
  return page.evaluate(async (count) => {
    const start = performance.now();
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '1000');
    svg.setAttribute('height', '1000');
    for (let cell = 0; cell < count * count; cell++) {
      const square = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      square.setAttribute('x', String((cell % count) * 5));
      square.setAttribute('y', String(Math.floor(cell / count) * 5));
      square.setAttribute('width', '5');
      square.setAttribute('height', '5');
      square.setAttribute('fill', `rgb(${cell % 256}, 80, 120)`);
      svg.append(square);
    }
    document.body.append(svg);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - start;
  }, parties);
}
