import type { Browser, Page } from 'playwright-core';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, type Measured } from '../run/measure.ts';
import type { Result } from '../run/table.ts';
import { untilThere } from './first-view.ts';
import { withPlainPage } from './plain-page.ts';
import { inBrowser, withPage } from './with-page.ts';

const rounds = { warmUp: 2, rounds: 10 };
/** Words that nobody asked the server for before, one each round. */
const searched =
  'palestine,nuclear,apartheid,korea,cyprus,disarmament,refugees,torture,namibia,terrorism,mercenaries,kosovo'.split(
    ',',
  );

/** What somebody waits for in the page on a ledger with roll calls, in a real browser: its first view, a filter, a search of votes. */
export const pageTimings = (url: string): Promise<Result[]> => inBrowser(url, 'timings of the page', timingsAt);

/** The same at a running Concord. */
export const timingsAt = async (browser: Browser, api: string): Promise<Result[]> => [
  await firstViewOf(browser, api),
  await filtered(browser, api),
  await votesSearchedIn(browser, api),
];

async function firstViewOf(browser: Browser, api: string): Promise<Result> {
  const address = new URL('/compare', api).href;
  const before = await withPage(browser, async (page) => {
    await page.goto(address);
    await page.locator('.cell-button').first().waitFor();
    return page.locator('body').innerText();
  });
  const { concord: ours, plain } = await withPlainPage({ before, after: '' }, (bare) =>
    inTurns(
      {
        concord: () => untilThere(browser, address, '.cell-button'),
        plain: () => untilThere(browser, bare, '.ready'),
      },
      rounds,
    ),
  );
  return line('the page, first view of a ledger with roll calls, nothing cached', ours, plain, 1_200);
}

/** From a tick at an issue to the new answer. */
const filtered = (browser: Browser, api: string): Promise<Result> =>
  withPage(browser, async (page) => {
    await page.goto(new URL('/compare?parties=CN,RU,US&asOf=2022-02-04', api).href);
    await page.getByText('Change the question').click();
    const boxes = page.locator('.issue-picker input');
    await boxes.nth(1).waitFor();
    const issues = (await boxes.count()) - 1;
    let next = 0;
    const act = async () => {
      await page.locator('.compare[aria-busy="false"]').waitFor();
      return untilChanged(page, `.issue-picker label:nth-of-type(${2 + (next++ % issues)}) input`, '.compare', 'click');
    };
    const before = await page.locator('body').innerText();
    await act();
    return besidePlain(browser, { before, after: await page.locator('body').innerText() }, act, (ours, plain) =>
      line('the page, from a tick at an issue to the new answer', ours, plain, 150),
    );
  });

/** From the last letter of some words to the rows. */
const votesSearchedIn = (browser: Browser, api: string): Promise<Result> =>
  withPage(browser, async (page) => {
    await page.goto(new URL('/votes', api).href);
    await page.locator('.votes > li').first().waitFor();
    const before = await page.locator('body').innerText();
    const field = page.locator('.vote-search input').first();
    let next = 0;
    const act = async () => {
      const word = searched[next++ % searched.length] ?? '';
      await field.fill(word.slice(0, -1));
      await page.waitForFunction((part) => new URL(location.href).searchParams.get('q') === part, word.slice(0, -1));
      await page.locator('.votes-view[aria-busy="false"]').waitFor();
      // A pause as between the letters of somebody who types.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
      return untilChanged(page, '.vote-search input', '.votes', word);
    };
    await act();
    return besidePlain(browser, { before, after: await page.locator('body').innerText() }, act, (ours, plain) =>
      line('the page, from the last letter of a search of votes to its rows', ours, plain, 100),
    );
  });

async function besidePlain(
  browser: Browser,
  words: { readonly before: string; readonly after: string },
  concord: () => Promise<number>,
  result: (ours: Measured, plain: Measured) => Result,
): Promise<Result> {
  return withPlainPage(words, (bare) =>
    withPage(browser, async (page) => {
      const plain = async () => {
        await page.goto(bare);
        return untilChanged(page, 'button', '.ready', 'click');
      };
      const turns = await inTurns({ concord, plain }, rounds);
      return result(turns.concord, turns.plain);
    }),
  );
}

const line = (what: string, ours: Measured, plain: Measured, limit: number): Result => ({
  what,
  concord: milliseconds(ours),
  peer: `a plain page of the same words ${milliseconds(plain)}`,
  ratio: times(ours.median / plain.median),
  target: `<= ${limit.toLocaleString('en')} ms`,
  met: ours.median <= limit,
});

/**
 * Milliseconds from doing something to a control, a click or another value, until the frame after the one in which the view answered: it is not
 * busy any more, or what `shown` selects has changed.
 */
const untilChanged = (page: Page, control: string, shown: string, act: string): Promise<number> =>
  page.evaluate(
    ([at, wanted, how]) =>
      new Promise<number>((resolve) => {
        const target = document.querySelector<HTMLInputElement>(at);
        const busy = () => document.querySelector('main > [aria-busy="true"]') !== null;
        const text = () => document.querySelector(wanted)?.textContent;
        const before = text();
        const start = performance.now();
        let wasBusy = false;
        const observer = new MutationObserver(() => {
          wasBusy ||= busy();
          // The same rows may be found by more of a word.
          if (busy() || (!wasBusy && text() === before)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
        if (how === 'click') target?.click();
        else if (target !== null) {
          target.value = how;
          target.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
      }),
    [control, shown, act] as const,
  );
