import { describe, expect, test } from 'vitest';
import { embedCodeOf, framedElsewhere } from './framed-elsewhere.ts';
import { noBrowser } from './open-browser.ts';
import { comparisonIn, query, rowWith } from './open-comparison.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`the comparison (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();

  const { open, openQuestion } = comparisonIn(explorer);

  test('answers first: in a sentence with the day and the scope, and names day and revision in its address', async () => {
    const page = await open();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('China and Russia agree on 27 of 28 positions known; they differ in degree on “War in Ukraine”.');
    await expect
      .poll(() => page.locator('.standfirst').first().innerText())
      .toBe('As of 4 February 2022 · all claims · revision 1 of the ledger');
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toEqual({ parties: 'CN,RU', asOf: '2022-02-04', revision: '1' });
    await expect.poll(() => page.title()).toBe('China and Russia, 4 February 2022 – Concord');
  });

  test('has a row per proposition: its verdict with side and since, and each position in words', async () => {
    const page = await open();
    const row = rowWith(page, 'NATO should stop further enlargement.');
    await expect
      .poll(() => row.getByRole('cell').first().innerText())
      .toBe('=\nAgree\nin support\nsince at least 4 Feb 2022');
    await expect.poll(() => row.locator('.position').allInnerTexts()).toEqual(['+\nSupports', '+\nSupports']);
    expect(
      await page.getByRole('table', { name: 'Position by position' }).getByRole('columnheader').allInnerTexts(),
    ).toEqual(['Proposition', 'Verdict', 'China', 'Russia']);
    await expect.poll(() => page.locator('.proposition-row').count()).toBe(28);
  });

  test('says the number in words, and what it means and the other measures behind a question mark', async () => {
    const page = await open();
    await expect.poll(() => page.locator('.value').innerText()).toBe('97% agreement');
    await expect.poll(() => page.locator('.verdict-bar').innerText()).toMatch(/27 agree\s*≈\s*1 differ in degree/);
    await expect.poll(() => page.getByRole('radio', { name: 'Weighted kappa' }).isVisible()).toBe(false);
    await page.locator('.explain summary').click();
    await expect
      .poll(() => page.locator('.explained').innerText())
      .toMatch(/^Agreement 0\.973\..*Over 28 propositions/);
    await page.getByRole('radio', { name: 'Weighted kappa' }).check();
    await expect.poll(() => query(page), { timeout: 5_000 }).toMatchObject({ measure: 'WEIGHTED_KAPPA' });
    await page.getByText('Weighted kappa 0.97', { exact: true }).waitFor();
    await expect.poll(() => page.locator('.explained').innerText()).toMatch(/^Weighted kappa 0\.971\./);
  });

  test('shows what differs first, then where they agree, issue by issue', async () => {
    const page = await open('/compare?parties=CN,US&asOf=2022-02-04');
    await expect
      .poll(() => page.locator('.group-verdict').allInnerTexts())
      .toEqual(['Divided', 'Differ in degree', 'Agree']);
    const marks = await page
      .locator('.verdict-cell .verdict')
      .evaluateAll((all) => all.map(({ className }) => className));
    const order = marks.map((mark) => ['divided', 'mixed', 'agree'].findIndex((one) => mark.includes(one)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    await expect.poll(() => page.locator('.row-issue').first().innerText()).not.toBe('');
  });

  test('says beside the number why it deserves a second look', async () => {
    const page = await open('/compare?parties=KP,SE&issues=democracy');
    const warnings = async () => {
      const texts = await page.locator('.answer .warning').allInnerTexts();
      return texts.map((text) => text.split(',')[0]);
    };
    await expect
      .poll(warnings)
      .toEqual([
        'The value rests on 2 shared propositions',
        '2 of the 2 comparisons that count come from texts adopted by consensus',
        '2 of the 2 comparisons that count rest on a stance that was last confirmed before 2021-01-15',
        '1 passage is counted in more than one proposition',
      ]);
  });

  test('says beside a position of when it is, where its latest evidence is more than five years old', async () => {
    const ages = async (asOf: string) => {
      const page = await open(`/compare?parties=CN,US&issues=taiwan&asOf=${asOf}`);
      return rowWith(page, 'Taiwan is an inalienable part of China.').locator('.age').allInnerTexts();
    };
    await expect.poll(() => ages('2022-02-04')).toEqual(['as of 1972', 'as of 1979']);
    await expect.poll(() => ages('1980-01-01')).toEqual(['as of 1972']);
  });

  test('counts only what was confirmed since a day, if asked to, and says so', async () => {
    const page = await openQuestion('/compare?parties=CN,RU&issues=taiwan&asOf=2022-02-04&confirmedSince=2010-01-01');
    await expect
      .poll(() => page.locator('.standfirst').first().innerText())
      .toContain('claims on “Taiwan question”, confirmed since 1 January 2010');
    await expect.poll(() => rowWith(page, 'Taiwan is an inalienable part of China.').count()).toBe(0);
    await page.getByRole('button', { name: 'Lift: confirmed since 1 January 2010' }).click();
    await rowWith(page, 'Taiwan is an inalienable part of China.').waitFor();
  });

  test('a cell opens the stance: what it rests on, to the paragraph, and what was held before and after', async () => {
    const page = await open();
    const cell = page.getByRole('button', { name: /^China: .*Supports .* NATO should stop further enlargement/ });
    await cell.click();
    const dialog = page.getByRole('dialog', { name: 'NATO should stop further enlargement.' });
    const source = dialog.getByRole('listitem').filter({ hasText: 'Xi meets Putin' });
    await source.waitFor();
    const text = (await dialog.innerText()).replace(/\s+/g, ' ');
    for (const part of [
      'China + Supports',
      'China came out against NATO taking in more members.',
      'oppose further enlargement of NATO',
      'para 6',
      'Kremlin / Xinhua',
      'Held since 4 February 2022',
      'Basis signed it with others',
      'Confidence high',
    ]) {
      expect(text).toContain(part);
    }
    await expect.poll(() => dialog.getByRole('link', { name: 'en.kremlin.ru' }).getAttribute('href')).toMatch(/^http/);
    await expect.poll(() => query(page).stance, { timeout: 5_000 }).toMatch(/^cn--nato-stop-enlargement--2022-02-04/);
    await dialog.getByRole('button', { name: /25 February 2022/ }).click();
    await page.waitForURL(/nato-stop-enlargement--2022-02-25/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => query(page).stance, { timeout: 5_000 }).toBeUndefined();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Supports');
  });

  test('its receipt adds up to the number', async () => {
    const page = await open('/compare?parties=CN,RU,US&asOf=2022-02-04');
    await page.getByText('The receipt:').click();
    const foot = page.locator('.receipt tfoot');
    await foot.waitFor();
    const more = page.getByRole('button', { name: /^Show all/ });
    if (await more.isVisible()) await more.click();
    await more.waitFor({ state: 'detached' });
    const parts = await page.locator('.receipt tbody tr:not(.aside) td.number').allInnerTexts();
    const sum = parts.reduce((total, part) => total + Number(part.replace('−', '-')), 0);
    await page.locator('.explain summary').click();
    const value = Number(/[\d.]+\d/.exec(await page.locator('.explained strong').first().innerText()));
    expect(sum).toBeCloseTo(value, 3);
    expect(Number(await foot.locator('td').innerText())).toBeCloseTo(value, 3);
  });

  test('lists what both signed', async () => {
    const page = await open();
    const list = page.getByRole('region', { name: /Signed by both/ }).getByRole('listitem');
    await expect.poll(() => list.count()).toBe(10);
    await expect.poll(() => list.first().innerText()).toContain('Joint Statement of the Russian Federation');
  });

  test('tells who looks at an old revision, and leads to the newest', async () => {
    const page = await open('/compare?parties=CN,RU&asOf=2022-02-04&revision=0');
    await page.getByRole('button', { name: 'Show revision 1, the newest' }).click();
    await page.getByText('revision 1 of the ledger').first().waitFor();
    await expect.poll(() => query(page).revision, { timeout: 5_000 }).toBe('1');
  });

  test('shows the query behind it, with a link that opens the playground with it', async () => {
    const page = await open();
    await page.getByText('Ask it from a program').last().click();
    const link = page.getByRole('link', { name: 'Open in the playground' });
    const fragment = new URLSearchParams(new URL((await link.getAttribute('href')) ?? '', page.url()).hash.slice(1));
    const { data } = await explorer.server.ask<{ comparison: { agreement: { value: number } } }>(
      fragment.get('query') ?? '',
      JSON.parse(fragment.get('variables') ?? ''),
    );
    expect(data?.comparison.agreement.value).toBeCloseTo(0.973, 3);
    const playground = await (await fetch(explorer.server.url(), { headers: { accept: 'text/html' } })).text();
    expect(playground.includes('[location.hash, location.search]'), 'reads the query in its address').toBe(true);
  });

  test('another site shows it in a frame: the sentence, then the positions, each a link to what it rests on', async () => {
    const at = 'parties=CN,RU&asOf=2022-02-04&revision=1';
    const page = await open(`/compare?${at}`);
    // The trend below has a code of its own.
    const ways = page.locator('.take-away');
    await ways.getByText('Embed it in a page').click();
    const code = await embedCodeOf(ways);
    expect(code).toContain(`/embed/compare?${at.replaceAll('&', '&amp;')}`);
    const frame = await framedElsewhere(page, code);
    await frame.getByRole('heading', { level: 1, name: /^China and Russia agree on 27 of 28/ }).waitFor();
    await expect
      .poll(() => frame.getByRole('row').filter({ hasText: 'NATO should stop further enlargement.' }).count())
      .toBe(1);
    const held = frame.getByRole('link', { name: /^Russia:.*NATO should stop further enlargement\.$/ });
    const there = new URL((await held.getAttribute('href')) ?? '', explorer.server.url());
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      parties: 'CN,RU',
      stance: expect.stringMatching(/./),
    });
    await held.focus();
    const [stance] = await Promise.all([page.context().waitForEvent('page'), held.press('Enter')]);
    await stance.getByRole('dialog').getByText('NATO should stop further enlargement.').waitFor();
    await stance.close();
    const back = frame.getByRole('link', { name: 'Open in Concord' });
    await expect.poll(() => back.getAttribute('href')).toBe(new URL(`/compare?${at}`, explorer.server.url()).href);
    await frame.getByText('As a table').click();
    await expect.poll(() => frame.locator('.chart-table tbody tr').count()).toBe(56);
    await expect.poll(() => frame.getByText('Take it away').count()).toBe(0);
  });

  test('asks for what follows from an answer once, after it, at its day and revision', async () => {
    const asked: { day: unknown; revision: unknown; isAnswer: boolean }[] = [];
    const page = await explorer.open('/compare?parties=CN,RU,US');
    page.on('request', (request) => {
      const { searchParams } = new URL(request.url());
      const { scope, verdicts } = JSON.parse(searchParams.get('variables') ?? '{}');
      if (scope === undefined) return;
      asked.push({ day: scope.asOf, revision: scope.asKnownAt, isAnswer: verdicts !== undefined });
    });
    await page.getByRole('heading', { name: 'Common ground' }).waitFor();
    await page.waitForLoadState('networkidle');
    asked.splice(0);
    await page.getByText('Change the question').click();
    await page.getByRole('checkbox', { name: 'Taiwan question' }).check();
    await page.locator('.compare[aria-busy="false"] .standfirst').filter({ hasText: 'Taiwan' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter(({ isAnswer }) => isAnswer).length).toBe(1);
    const first = asked.findIndex(({ isAnswer }) => isAnswer);
    const others = asked.slice(first + 1);
    expect(others.length).toBeGreaterThan(1);
    for (const { revision } of asked) expect(revision).toBe(1);
  });

  test('fits a phone, with two parties and with twelve, and a large type', async () => {
    for (const parties of ['CN,RU', 'CN,RU,US,GB,FR,DE,JP,IN,AU,UA,BY,BR']) {
      const page = await openQuestion(`/compare?parties=${parties}&asOf=2022-06-01&issues=taiwan`, {
        viewport: { width: 360, height: 740 },
      });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      const issues = page.getByRole('group', { name: 'Issues' });
      const [legend, first] = [issues.locator('legend'), issues.locator('.choice').first()];
      expect((await first.boundingBox())?.x).toBe((await legend.boundingBox())?.x);
      const card = page.locator('.card').first();
      await expect.poll(() => card.locator('dt').count()).toBe(parties.split(',').length);
      await page.getByText('Hide', { exact: true }).click();
    }
  });

  test('keeps the head and the sentences in sight when twelve parties are too wide for the window', async () => {
    const parties = 'CN,RU,US,GB,FR,DE,JP,IN,AU,UA,BY,BR';
    const page = await open(`/compare?parties=${parties}&asOf=2022-06-01`, { viewport: { width: 1000, height: 700 } });
    const frame = page.locator('.table-frame');
    await frame.evaluate((element) => element.scrollTo(element.scrollWidth, 400));
    const box = await frame.boundingBox();
    const head = await page.getByRole('columnheader', { name: 'Proposition' }).boundingBox();
    const corner = [head?.x, head?.y].map((place) => Math.round(place ?? -1));
    expect(corner).toEqual([Math.round(box?.x ?? 0), Math.round((box?.y ?? 0) + 1)]);
  });

  test('prints the comparison without its controls, with the answer, the scope and the sources above it', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.filters').isVisible()).toBe(false);
    const source = page.locator('.printed-source');
    await expect
      .poll(() => source.innerText())
      .toMatch(/Stated positions.*CC-BY-4\.0[\s\S]*asOf=2022-02-04&revision=1/);
    const [above, first] = [await source.boundingBox(), await page.locator('.positions').boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(first?.y ?? 0);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
