import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { embedCodeOf, framedElsewhere } from './framed-elsewhere.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`the matrix (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const six = '/matrix?parties=CN,RU,US,GB,FR,IN&asOf=2022-02-04&order=name';

  const open = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    await page.locator('.grid-field').waitFor();
    return page;
  };
  const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const rowNames = (page: Page) => page.locator('.of-rows span:not(.label-now)').allInnerTexts();
  const cellNow = (page: Page) => page.getByRole('gridcell').locator('.unseen').innerText();
  const agreementOf = async (parties: readonly string[]) => {
    const { agreement } = await explorer.server.dataOf<{ agreement: { value: number; sharedPropositions: number } }>(
      'query ($parties: [String!]!) { agreement(parties: $parties, scope: { asOf: "2022-02-04" }) { value sharedPropositions } }',
      { parties },
    );
    return agreement;
  };

  test('opens on all countries that hold a position, and names day and revision in its address', async () => {
    const page = await open('/matrix');
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('How 79 parties agree, pair by pair');
    await page.waitForURL(/asOf=/);
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toMatchObject({ asOf: expect.stringMatching(/^\d{4}-/), revision: '1' });
    await expect.poll(() => page.locator('.standfirst').first().innerText()).toMatch(/^All claims · as of \d/);
    await expect.poll(() => page.locator('.chart-source').innerText()).toMatch(/revision 1 of the ledger/);
  });

  test('a cell says who, how much and of how many, by keyboard and to a screen reader', async () => {
    const page = await open(six);
    const { value, sharedPropositions } = await agreementOf(['CN', 'RU']);
    const grid = page.getByRole('grid');
    await grid.focus();
    await expect
      .poll(() => rowNames(page))
      .toEqual(['China', 'France', 'India', 'Russia', 'United Kingdom', 'United States']);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => cellNow(page))
      .toBe(`China, Russia: ${Math.round(value * 100)}% over ${sharedPropositions} propositions`);
    await expect
      .poll(() => grid.getAttribute('aria-activedescendant'))
      .toBe(await page.getByRole('gridcell').getAttribute('id'));
    await expect
      .poll(() => page.locator('.readout').innerText())
      .toMatch(
        new RegExp(`China and Russia\\s*${Math.round(value * 100)}% agreement over ${sharedPropositions} propositions`),
      );
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => cellNow(page)).toMatch(/^China itself: \d+ positions$/);
  });

  test('the pointer reads a cell, and following it opens the comparison that has the same number', async () => {
    const page = await open(`${six}&takenBefore=2022-01-01&minimum=2`);
    const cell = (await page.locator('.grid-field').boundingBox())?.width ?? 0;
    const at = { x: (cell / 6) * 3.5, y: (cell / 6) * 0.5 };
    await page.locator('.grid-field').hover({ position: at });
    const said = await page.locator('.tip').innerText();
    const [, value] = /^China, Russia: (\d+%) over \d+ propositions$/.exec(said) ?? [];
    await page.locator('.grid-field').click({ position: at });
    await page.waitForURL(/\/compare\?parties=CN,RU/);
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toMatchObject({ asOf: '2022-02-04', takenBefore: '2022-01-01', minimum: '2' });
    await page.getByText('taken before 1 January 2022').first().waitFor();
    await page.locator('.value strong').waitFor();
    await expect.poll(() => page.locator('.value strong').innerText()).toBe(`${value} agreement`);
    await page.goBack();
    await page.locator('.grid-field').waitFor();
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toMatchObject({ parties: 'CN,RU,US,GB,FR,IN', order: 'name' });
  });

  test('what is not known is left clear for the hatched ground, never given a colour', async () => {
    const page = await open('/matrix?parties=CN,KP,AL&asOf=2022-02-04&order=name');
    const alphas = await page.locator('.painting.only-light').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4 + 3]);
    });
    // Albania, China, North Korea: of Albania nothing is known; the diagonal has the colour of the page.
    expect(alphas).toEqual([255, 0, 0, 0, 255, 255, 0, 255, 255]);
    await expect.poll(() => page.locator('.legend-unknown').innerText()).toMatch(/no number for 2 of the pairs/);
    await page.getByRole('grid').focus();
    await expect
      .poll(() => page.locator('.readout').innerText())
      .toMatch(/No number\. The ledger has no proposition here/);
  });

  test('scope, measure, policy and order are chosen and stand in the address', async () => {
    const page = await open(six);
    await page.getByText('Change the question').click();
    await page.getByRole('combobox', { name: 'Measure' }).selectOption('IDENTICAL');
    await page.getByRole('checkbox', { name: 'Taiwan question' }).check();
    await page.getByRole('spinbutton', { name: 'At least shared' }).fill('3');
    await page.getByRole('spinbutton', { name: 'At least shared' }).press('Enter');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('likeness');
    await page.getByText('More of the scope').click();
    await page.getByLabel('Taken before').fill('2022-01-01');
    await page.waitForURL(/takenBefore/);
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toEqual({
        parties: 'CN,RU,US,GB,FR,IN',
        issues: 'taiwan',
        asOf: '2022-02-04',
        revision: '1',
        takenBefore: '2022-01-01',
        measure: 'IDENTICAL',
        minimum: '3',
      });
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('takenBefore'));
    await expect.poll(() => page.getByRole('combobox', { name: 'Measure' }).inputValue()).toBe('IDENTICAL');
  });

  test('what is being typed stays when an answer comes', async () => {
    const page = await open(six);
    await page.getByText('Change the question').click();
    const { promise: typed, resolve } = Promise.withResolvers<void>();
    await page.route(/documentId/, async (route) => {
      await typed;
      await route.continue();
    });
    await page.getByRole('checkbox', { name: 'Taiwan question' }).check();
    await page.getByRole('spinbutton', { name: 'At least shared' }).fill('3');
    resolve();
    await page.locator('.chart[aria-busy="false"] .standfirst').filter({ hasText: 'Taiwan' }).waitFor();
    await page.getByRole('spinbutton', { name: 'At least shared' }).press('Enter');
    await expect.poll(() => query(page)).toMatchObject({ issues: 'taiwan', minimum: '3' });
  });

  test('has a table form: pair by pair, of one party, in an order', async () => {
    const page = await open(six);
    await page.getByText('As a table').click();
    await page.getByRole('combobox', { name: 'Pairs of' }).selectOption('CN');
    await page.getByRole('combobox', { name: 'Sorted' }).selectOption('lowest');
    await page.waitForURL(/pairsOf=CN&pairOrder=lowest/);
    const rows = page.getByRole('table').locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(5);
    const values = await rows.locator('td:nth-child(2)').allInnerTexts();
    expect(values).toEqual(values.toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b)));
    await expect.poll(() => rows.last().innerText()).toMatch(/China and Russia/);
  });

  test('is taken away as CSV with every pair once, and as a picture', async () => {
    const page = await open(six);
    await page.getByText('Take it away').click();
    const take = async (form: string) => {
      const button = page.getByRole('button', { name: form, exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    const { name, content } = await take('CSV');
    expect(name).toBe('concord-matrix-6-parties-2022-02-04-revision-1.csv');
    const rows: Record<string, string>[] = parse(content, { columns: true });
    expect(rows.length).toBe(15);
    const { value, sharedPropositions } = await agreementOf(['CN', 'RU']);
    const pair = rows.find((row) => row.party_key === 'CN' && row.other_key === 'RU');
    expect(pair).toMatchObject({ value: String(value), shared_propositions: String(sharedPropositions) });
    const svg = (await take('SVG')).content.toString();
    expect(svg).toMatch(/How 6 parties agree.*all claims, 4 February 2022.*revision 1.*matrix\?parties=CN,RU/s);
    expect(svg.match(/<path d="M/g)?.length).toBeLessThan(70);
    expect((await take('PNG')).content.subarray(1, 4).toString()).toBe('PNG');
  });

  test('another site shows it in a frame, by keyboard too, with its scale and a way back', async () => {
    const page = await open(six);
    await page.getByText('Take it away').click();
    const frame = await framedElsewhere(page, await embedCodeOf(page));
    await frame.getByRole('heading', { level: 1, name: 'How 6 parties agree, pair by pair' }).waitFor();
    await frame.locator('.scale-legend').waitFor();
    await frame.getByRole('grid').focus();
    await frame.getByRole('grid').press('End');
    const [comparison] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('grid').press('Enter'),
    ]);
    await comparison.waitForURL(/\/compare\?parties=CN,US/);
    await comparison.close();
    const back = frame.getByRole('link', { name: 'Open in Concord' });
    await expect.poll(() => back.getAttribute('href')).toMatch(/\/matrix\?parties=CN,RU,US,GB,FR,IN&/);
    await frame.getByText('As a table').click();
    await expect.poll(() => frame.getByRole('table').locator('tbody tr').count()).toBe(15);
  });

  test('prints its cells also where a browser prints no backgrounds', async () => {
    const page = await open(six);
    await page.emulateMedia({ media: 'print' });
    // Such a browser paints every background white instead, and would so cover the cells below.
    const covering = await page.locator('.grid-field').evaluate((field) => {
      const { display, backgroundImage } = getComputedStyle(field, '::before');
      return display !== 'none' && backgroundImage !== 'none';
    });
    expect(covering).toBe(false);
    await expect.poll(() => page.locator('.painting.only-light').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.printed-source').innerText()).toMatch(/Stated positions/);
  });

  test('says so where there is no pair, and what the server refuses', async () => {
    const page = await explorer.open('/matrix?parties=AL,AF');
    await page.locator('.legend-unknown').waitFor();
    await explorer.open('/matrix?parties=CN');
    await page.getByText('There are no pairs here').waitFor();
    await explorer.open('/matrix?parties=CN,XX');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/XX/);
  });

  test('axe finds nothing, in light and dark and on a phone, where it does not overflow', async () => {
    const page = await open(`${six}&measure=WEIGHTED_KAPPA&minimum=2`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.getByRole('grid').focus();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expect.poll(() => rowNames(page)).toContain('CN');
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
