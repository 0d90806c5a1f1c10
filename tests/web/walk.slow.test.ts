import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';
import { accessibilityProblems } from './accessibility.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';
import { walkedFrames, walkedViews } from './views.ts';

const widths = [320, 360, 600, 768, 1024, 1366, 1920];
/** A sheet of A4 at 96 points an inch. */
const sheet = { width: 794, height: 1123 };

describe.skipIf(noBrowser !== null)(`a walk over all views (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer(useDatabaseWithRollCalls());
  const addresses = Object.values(walkedViews).flat();

  test.each(addresses)(
    '$path fits every width, prints on paper, and axe finds nothing',
    async ({ path, answer, scope }) => {
      const page = await explorer.open(path);
      await loaded(page);
      const found: unknown[] = [];
      for (const width of widths) {
        await resize(page, { width, height: 800 });
        if (width === 360) {
          await page.emulateMedia({ colorScheme: 'dark' });
          found.push(...(await accessibilityProblems(page)).map((problem) => `dark, ${width} px: ${problem}`));
          await page.emulateMedia({ colorScheme: null });
          const unfold = page.getByText('Change the question');
          if (await unfold.isVisible()) await unfold.click();
        }
        if (width === 1366)
          found.push(...(await accessibilityProblems(page)).map((problem) => `${width} px: ${problem}`));
        found.push(...(await misplaced(page)).map((problem) => `${width} px: ${problem}`));
      }
      await page.emulateMedia({ media: 'print' });
      await resize(page, sheet);
      found.push(...(await missingInPrint(page, answer)).map((problem) => `in print: ${problem}`));
      if (scope !== undefined)
        await expect.poll(() => page.locator('.standfirst, .printed-scope').first().innerText()).toMatch(scope);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(found).toEqual([]);
    },
  );

  test.each(Object.values(walkedFrames).flat())(
    '%s fits every width of a frame, and axe finds nothing',
    async (path) => {
      const page = await explorer.open(path);
      await page.locator('h1').first().waitFor();
      await settled(page);
      const found: unknown[] = [];
      for (const width of widths) {
        await resize(page, { width, height: 520 });
        if (width === 360) {
          await page.emulateMedia({ colorScheme: 'dark' });
          found.push(...(await accessibilityProblems(page)).map((problem) => `dark, ${width} px: ${problem}`));
          await page.emulateMedia({ colorScheme: null });
        }
        if (width === 768)
          found.push(...(await accessibilityProblems(page)).map((problem) => `${width} px: ${problem}`));
        found.push(...(await misplaced(page)).map((problem) => `${width} px: ${problem}`));
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(found).toEqual([]);
    },
  );
});

/** Waits until a view shows what it asked for. */
async function loaded(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.loading, [aria-busy="true"]') === null);
}

async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What is wider than the window, is cut where nothing scrolls, or stands below the footer. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement));
    const cut = [...document.querySelectorAll('main :is(button, input, select, summary, a), header a, footer a')]
      .filter(
        (control) => !control.closest('.unseen') && control.checkVisibility() && !isScrolled(control.parentElement),
      )
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
      .map(({ control }) => `cut: ${control.outerHTML.slice(0, 90)}`);
    const footer = document.querySelector('footer');
    const below = footer === null ? 0 : root.scrollHeight - (footer.getBoundingClientRect().bottom + scrollY);
    return [
      ...(root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : []),
      ...cut,
      ...(below > 1 && root.scrollHeight > innerHeight ? [`${below} px below the footer`] : []),
    ];
  });

/** What is not on the first page of print: the title, the answer or its beginning, the sources and the address; and what is no use on paper. */
const missingInPrint = (page: Page, answer: string): Promise<string[]> =>
  page.evaluate(
    ([selector, height]) => {
      const isOnFirst = (element: Element | null | undefined) =>
        element?.checkVisibility() === true && element.getBoundingClientRect().top + scrollY < height - 60;
      const first = (wanted: string) => [...document.querySelectorAll(wanted)].find((one) => one.checkVisibility());
      const sources = document.querySelector<HTMLElement>('.printed-source');
      return [
        ...(isOnFirst(first('main h1')) ? [] : ['no title']),
        ...(isOnFirst(first(`main :is(${selector})`)) ? [] : [`no ${selector}`]),
        ...(isOnFirst(sources) ? [] : ['no sources']),
        ...(/Stated positions.*CC-BY-4\.0/.test(sources?.innerText ?? '') ? [] : ['no licence']),
        ...(sources?.innerText.includes(location.href) ? [] : ['no address']),
        ...[...document.querySelectorAll('main button, nav a')]
          .filter((control) => control.checkVisibility() && control.closest('table, .heat-map, li') === null)
          .map((control) => `a control: ${control.outerHTML.slice(0, 90)}`),
      ];
    },
    [answer, sheet.height] as const,
  );
