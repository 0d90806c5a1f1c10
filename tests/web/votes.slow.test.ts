import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`votes (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer(useDatabaseWithRollCalls());
  const rows = (page: Page) => page.locator('.votes > li h2').allInnerTexts();
  const open = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    await page.locator('.votes-found').waitFor();
    return page;
  };

  test('words and filters find votes as they are typed and chosen, and stand in the address', async () => {
    const page = await open('/votes');
    await expect
      .poll(() => rows(page))
      .toEqual([
        'Decides something in the council.',
        'Something else, Korea',
        'Calls for something that divides.',
        'Calls for something that nobody opposes.',
      ]);
    await page.getByLabel('Words of the text').fill('something divides');
    await page.getByText('3 votes', { exact: true }).waitFor();
    expect(page.url()).toContain('q=something%20divides');
    await page.getByLabel('Year or years').fill('2020');
    await page.getByText('1 vote', { exact: true }).waitFor();
    await expect.poll(() => rows(page)).toEqual(['Calls for something that divides.']);
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByLabel('Result').selectOption('more no than yes');
    await page.getByText('1 vote', { exact: true }).waitFor();
    await expect.poll(() => rows(page)).toEqual(['Calls for something that divides.']);
    await page.goBack();
    await page.getByText('3 votes', { exact: true }).waitFor();
    await page.getByLabel('Words of the text').fill('submarine');
    await page.getByText('No vote fits.').waitFor();
  });

  test('a vote says how it went, who voted how, and what was voted on', async () => {
    const page = await open('/votes');
    await page.getByRole('link', { name: 'Calls for something that divides.' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls for something that divides.' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/vote/vote-2');
    await page.getByText('1 yes, 2 no and 1 abstained: more no than yes.').waitFor();
    const group = (name: string) => page.locator('.vote-group').filter({ has: page.getByRole('heading', { name }) });
    await expect.poll(() => group('No').getByRole('listitem').allInnerTexts()).toEqual(['India', 'United States']);
    await expect.poll(() => group('Yes').getByRole('listitem').allInnerTexts()).toEqual(['China']);
    await expect.poll(() => group('Abstained').getByRole('listitem').allInnerTexts()).toEqual(['Russia']);
    await page.getByLabel('Find a country').fill('ind');
    await expect.poll(() => group('No').getByRole('listitem').allInnerTexts()).toEqual(['India']);
  });

  test('a small map shows who voted how, and leads to the party', async () => {
    const page = await explorer.open('/vote/vote-2');
    const land = (key: string) => page.locator(`.vote-map [data-party="${key}"] .land`).first();
    await land('CN').waitFor();
    const classes = await Promise.all(['CN', 'US', 'RU', 'BR'].map((key) => land(key).getAttribute('class')));
    expect(classes).toEqual(['land land-yes', 'land land-no', 'land land-abstained', 'land unknown']);
    const fills = await Promise.all(
      ['CN', 'US', 'RU', 'BR'].map((key) => land(key).evaluate((shape) => getComputedStyle(shape).fill)),
    );
    expect(new Set(fills).size).toBe(4);
    await land('IN').hover();
    await page.locator('.vote-map figcaption').getByText('India: No').waitFor();
    await land('IN').click();
    await page.waitForURL((url) => url.pathname === '/party/IN');
  });

  test('who left a bloc is named with what it did', async () => {
    const page = await explorer.open('/vote/vote-2');
    const brics = page.getByRole('row').filter({ hasText: 'BRICS' });
    await brics.waitFor();
    await expect.poll(() => brics.innerText()).toMatch(/1 yes · 1 no · 1 abstained/);
    await expect.poll(() => brics.innerText()).toContain('split');
  });

  test('an absence is shown as one, and where none is recorded the page says so', async () => {
    const page = await explorer.open('/vote/vote-1');
    const absent = page.locator('.vote-group').filter({ hasText: 'Absent' });
    await absent.waitFor();
    await expect.poll(() => absent.getByRole('listitem').allInnerTexts()).toEqual(['India']);
    await explorer.open('/vote/vote-3');
    await page.getByText('Nobody recorded who was absent').waitFor();
  });

  test('a text in capitals is readable, and stands as written one click away', async () => {
    const page = await open('/votes?q=korea');
    await expect.poll(() => rows(page)).toEqual(['Something else, Korea']);
    const text = page.getByText('Calls for something else that divides, in the second session.');
    await expect.poll(() => text.isVisible()).toBe(false);
    await page.getByText('The text', { exact: true }).click();
    await expect.poll(() => text.isVisible()).toBe(true);
  });

  test('a proposition that is a vote leads to the page of the vote', async () => {
    const page = await explorer.open('/proposition/vote-2');
    await page.waitForURL((url) => url.pathname === '/vote/vote-2');
    await page.getByRole('heading', { name: 'Who voted how' }).waitFor();
  });

  test('the votes of parties stand beside each vote', async () => {
    const page = await open('/votes?parties=CN,IN');
    const divided = page.locator('.vote').filter({ hasText: 'Calls for something that divides.' });
    await expect.poll(() => divided.locator('.vote-parties').innerText()).toMatch(/China: Yes\s+India: No/);
    await page.getByRole('button', { name: 'Leave these out' }).click();
    await expect.poll(() => page.locator('.vote-parties').count()).toBe(0);
  });

  test('by keyboard alone a vote is found and opened, on a phone too', async () => {
    const page = await open('/votes', { viewport: { width: 360, height: 740 } });
    await page.getByLabel('Words of the text').focus();
    await page.keyboard.type('nobody opposes');
    await page.getByText('1 vote', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Filters');
    await page.keyboard.press('Enter');
    await page.getByLabel('Year or years').waitFor();
    await page.getByRole('link', { name: 'Calls for something that nobody opposes.' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/vote/vote-1');
  });
});
