import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { comparisonIn, query, rowWith } from './open-comparison.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`the question of a comparison (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();

  const { open, openQuestion } = comparisonIn(explorer);
  const chosen = async (page: Page) =>
    (await page.locator('.chip').allInnerTexts()).map((chip) => chip.replace(/\s*×$/, ''));

  test('finds parties by name, by code and by bloc, with the keyboard alone', async () => {
    const page = await openQuestion();
    const box = page.getByRole('combobox', { name: 'Parties', exact: true });
    await box.focus();
    await page.keyboard.type('germny');
    await page.getByRole('option', { name: /Germany/ }).waitFor();
    await expect
      .poll(() => box.getAttribute('aria-activedescendant'))
      .toBe(await page.getByRole('option', { selected: true }).getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'Germany' }).waitFor();
    await page.keyboard.type('usa');
    await page.getByRole('option', { name: /United States/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'United States' }).waitFor();
    await page.keyboard.type('aukus');
    const members = page.getByRole('option', { name: /^Members of AUKUS/ });
    await members.waitFor();
    while ((await members.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'Australia' }).waitFor();
    await expect
      .poll(() => chosen(page))
      .toEqual(['China', 'Russia', 'Germany', 'United States', 'Australia', 'United Kingdom']);
    await page.keyboard.press('Backspace');
    await page.getByRole('columnheader', { name: 'United Kingdom' }).waitFor({ state: 'detached' });
    await expect.poll(() => query(page).parties, { timeout: 5_000 }).toBe('CN,RU,DE,US,AU');
  });

  test('takes parties by name from its address, and writes their keys there', async () => {
    const page = await openQuestion('/compare?parties=USA,Viet%20Nam&asOf=2024-01-01');
    await expect.poll(() => query(page).parties, { timeout: 5_000 }).toBe('US,VN');
    await expect.poll(() => chosen(page)).toEqual(['United States', 'Viet Nam']);
  });

  test('asks about the issues that are chosen, and goes back', async () => {
    const page = await openQuestion();
    await page.getByRole('checkbox', { name: 'Taiwan question' }).check();
    await rowWith(page, 'NATO should stop').waitFor({ state: 'detached' });
    await expect.poll(() => query(page), { timeout: 5_000 }).toMatchObject({ issues: 'taiwan' });
    await expect.poll(() => page.locator('.group-issue').allInnerTexts()).toEqual(['Taiwan question']);
    await page.goBack();
    await rowWith(page, 'NATO should stop').waitFor();
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toEqual({ parties: 'CN,RU', asOf: '2022-02-04', revision: '1' });
    await page.goForward();
    await rowWith(page, 'NATO should stop').waitFor({ state: 'detached' });
  });

  test('shows the verdicts that are asked for, and how many there are of each', async () => {
    const page = await open('/compare?parties=CN,US&asOf=2022-02-04');
    const filter = page.getByRole('group', { name: 'Show where they' });
    const labels = (await filter.locator('label').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    const counts = labels.map((label) => Number(/\d+$/.exec(label)));
    await filter.getByRole('checkbox', { name: 'are divided' }).uncheck();
    await page.waitForFunction(() => document.querySelectorAll('.verdict-cell .verdict-divided').length === 0);
    await expect.poll(() => query(page).verdicts, { timeout: 5_000 }).toBe('AGREE,MIXED,NEUTRAL');
    await filter.getByRole('checkbox', { name: 'are unknown' }).check();
    await page.locator('.verdict-cell .verdict-unknown').first().waitFor();
    await expect.poll(() => page.locator('.verdict-cell .verdict-unknown').count()).toBe(counts.at(-1));
  });

  test('goes to another day by the slider, by the events on it, and by a date', async () => {
    const page = await openQuestion();
    await page.locator('.event-marks rect').nth(10).waitFor();
    const day = page.getByLabel('As of');
    await page.getByRole('button', { name: /^→? ?Next event/ }).click();
    await page.getByText('As of 25 February 2022').waitFor();
    await page.getByRole('slider', { name: 'Day' }).press('ArrowRight');
    await page.getByText('As of 26 February 2022').waitFor();
    await expect.poll(() => day.inputValue()).toBe('2022-02-26');
    await day.fill('2010-01-01');
    await page.getByText('As of 1 January 2010').waitFor();
    await expect.poll(() => query(page), { timeout: 5_000 }).toMatchObject({ asOf: '2010-01-01', revision: '1' });
    await page.goBack();
    await page.getByText('As of 26 February 2022').waitFor();
  });
});
