import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`the pages of records (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const at = 'asOf=2022-02-04&revision=1';

  const open = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    await page.getByRole('heading', { name: 'Take it away' }).waitFor();
    return page;
  };
  const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
  const follow = async (page: Page, name: string | RegExp) => {
    const before = await title(page);
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await expect.poll(() => title(page), { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('heading', { name: 'Take it away' }).waitFor();
  };
  const path = (page: Page) => new URL(page.url()).pathname;

  test('records lead to each other and back, on the same day and at the same revision', async () => {
    const page = await open(`/party/nato?${at}`);
    await expect.poll(() => title(page)).toBe('North Atlantic Treaty Organization');
    await follow(page, 'France');
    await expect.poll(() => title(page)).toBe('France');
    expect(path(page)).toBe('/party/FR');
    await follow(page, 'Taiwan question');
    expect(path(page)).toBe('/issue/taiwan');
    await follow(page, 'Taiwan is an inalienable part of China.');
    expect(path(page)).toBe('/proposition/tw-inalienable');
    expect(page.url()).toContain(at);
    await follow(page, /^Xi meets Putin/);
    expect(path(page)).toBe('/document/seed-gt-2022-02-04');
    await follow(page, 'Russia');
    expect(path(page)).toBe('/party/RU');
    expect(page.url()).toContain(at);
    for (const before of [
      '/document/seed-gt-2022-02-04',
      '/proposition/tw-inalienable',
      '/issue/taiwan',
      '/party/FR',
    ]) {
      await page.goBack();
      await page.waitForURL((url) => url.pathname === before);
    }
    await page.getByRole('heading', { name: /^Member of/ }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'North Atlantic Treaty Organization' }).count()).toBe(1);
  });

  test('what a party says is put beside how it voted, by the word of the day shown or of the day of each vote', async () => {
    const page = await open('/party/US?asOf=2022-02-04');
    const section = page.getByRole('region', { name: 'Word and deed' });
    await section.getByText(/^United States voted as it says in \d+ of \d+ votes? that counts? \(/).waitFor();
    const rows = section.getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    const before = await section.innerText();
    await section.getByLabel('Its word is the position of').selectOption('the day of each vote');
    await expect.poll(() => section.innerText()).not.toBe(before);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('a party is shown with its positions on the day, and over time by keyboard and as a table', async () => {
    const page = await open(`/party/IN?${at}`);
    const lane = page.getByRole('group', { name: 'Taiwan is an inalienable part of China.' });
    const spans = lane.getByRole('button');
    await expect.poll(() => spans.count()).toBeGreaterThan(1);
    // One stop of the Tab key in the whole time line.
    await expect.poll(() => page.locator('.timeline [tabindex="0"]').count()).toBe(1);
    await page.locator('.timeline [tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const first = await focused();
    expect(first).toMatch(/^\S+( \S+)? from .*\d{4}/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).not.toBe(first);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What shows it').waitFor();
    expect(page.url()).toMatch(/stance=in--/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('As a table').click();
    const table = page.getByRole('table', { name: 'All positions of India' });
    await expect.poll(() => table.locator('tbody tr').count()).toBe(await page.locator('.span').count());
  });

  test('the day changes which positions and members are shown', async () => {
    const page = await open('/party/nato?asOf=1950-01-01');
    await expect.poll(() => page.getByRole('heading', { name: /^Members/ }).innerText()).toBe('Members 12');
    await page.getByLabel('As it stood on').fill('2024-06-01');
    await page.getByRole('heading', { name: 'Members 32' }).waitFor();
    expect(page.url()).toContain('asOf=2024-06-01&revision=1');
  });

  test('a proposition says who holds what, since when and by which document', async () => {
    const page = await open(`/proposition/nato-stop-enlargement?${at}`);
    const supports = page.locator('.position-groups > div').filter({ hasText: 'Supports' });
    await expect.poll(() => supports.locator('li > a:first-child').allInnerTexts()).toEqual(['China', 'Russia']);
    await expect.poll(() => supports.locator('li').first().innerText()).toMatch(/since 4 February 2022[\s\S]*, para 6/);
    await expect.poll(() => page.getByText('Of all other parties the ledger knows no position').count()).toBe(1);
  });

  test('an issue counts the positions on each of its propositions', async () => {
    const page = await open(`/issue/nato-enlargement?${at}`);
    const row = page.locator('.propositions li').filter({ hasText: 'NATO should stop further enlargement.' });
    const counts = row.getByRole('list', { name: 'How many parties hold which position' }).locator('li');
    await expect.poll(() => counts.first().innerText()).toMatch(/\+\s*2/);
    await page.getByLabel('As it stood on').fill('1990-01-01');
    await page.getByText('Nobody’s position is known by that day.').first().waitFor();
  });

  test('a document is shown with its signatories, passages, addresses and what was checked', async () => {
    const page = await open('/document/cn-ru-js-2022-02-04');
    await expect.poll(() => page.getByRole('heading', { name: /^Signatories/ }).innerText()).toBe('Signatories 2');
    await expect
      .poll(() => page.locator('.record-facts').innerText())
      .toMatch(/4 February 2022[\s\S]*read and checked/);
    const outer = page.getByRole('link', { name: /opens in a new tab/ }).first();
    await expect.poll(() => outer.getAttribute('rel')).toBe('noreferrer');
    await open('/document/seed-gt-2022-02-04');
    const passage = page.locator('.passages > li').filter({ hasText: 'oppose further enlargement of NATO' });
    await expect
      .poll(() => passage.getByRole('link', { name: 'NATO should stop further enlargement.' }).count())
      .toBe(2);
  });

  test('what is shown is taken away, and its query opens in the playground', async () => {
    const page = await open(`/party/CN?${at}`);
    const take = async (form: string) => {
      const button = page.getByRole('button', { name: form, exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    const { name, content } = await take('CSV');
    expect(name).toBe('concord-party-CN-revision-1.csv');
    const rows: Record<string, string>[] = parse(content, { columns: true });
    expect(rows.find(({ stance }) => stance === 'cn--tw-inalienable--1972-12-22')).toMatchObject({
      position: 'SUPPORT',
      held_from: '1972-12-22',
      as_known_at: '1',
    });
    expect((await take('SVG')).content.toString()).toContain('Where China stands');
    await page.getByText('Ask it from a program').last().click();
    const playground = await page.getByRole('link', { name: 'Open in the playground' }).getAttribute('href');
    const fragment = new URLSearchParams(playground?.split('#')[1]);
    const answer = await explorer.server.ask(fragment.get('query') ?? '', JSON.parse(fragment.get('variables') ?? ''));
    expect(answer).toMatchObject({ data: { party: { key: 'CN', name: 'China' } } });
  });

  test('says so where the ledger has no such record', async () => {
    const page = await explorer.open('/issue/nothing-of-the-kind');
    await page.getByText('The ledger has no issue with the key “nothing-of-the-kind”').waitFor();
    await expect.poll(() => title(page)).toBe('Not in the ledger');
  });
});
