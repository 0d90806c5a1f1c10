import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { embedCodeOf, framedElsewhere } from './framed-elsewhere.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

interface Points {
  readonly agreementSeries: {
    readonly points: readonly { readonly label: string; readonly value: number | null; readonly shared: number }[];
    readonly turningPoints: readonly { readonly date: string }[];
  };
}

describe.skipIf(noBrowser !== null)(`charts (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const at = 'asOf=2022-02-04&revision=1';
  const pair = `/chart/trend?parties=CN,US&${at}`;

  const open = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    if (path.startsWith('/compare')) await page.locator('.chart-part').scrollIntoViewIfNeeded();
    await page.getByRole('slider').waitFor();
    return page;
  };
  const slider = (page: Page) => page.getByRole('slider');
  const read = (page: Page) => slider(page).getAttribute('aria-valuetext');
  const pointsOf = async (parties: readonly string[]) => {
    const { data } = await explorer.server.ask<Points>(
      `query ($parties: [String!]!) {
        agreementSeries(parties: $parties, by: YEAR, scope: { asOf: "2022-02-04" }) {
          points { label value shared }
          turningPoints { date }
        }
      }`,
      { parties },
    );
    return data?.agreementSeries ?? { points: [], turningPoints: [] };
  };
  const percent = (value: number | null) =>
    value === null ? 'not known' : new Intl.NumberFormat('en-GB', { style: 'percent' }).format(value);

  test('the trend is below a comparison, in its scope; its code is loaded when it is scrolled to', async () => {
    const loaded: string[] = [];
    const page = await explorer.open('/compare', { viewport: { width: 1366, height: 768 } });
    page.on('request', (request) => loaded.push(request.url()));
    await page.getByRole('heading', { name: 'Position by position' }).waitFor();
    expect(loaded.filter((url) => url.includes('/trend-chart-'))).toEqual([]);
    const trend = page.getByRole('heading', { level: 2, name: 'China and Russia: agreement year by year' });
    // What loads above it may move it out of sight again.
    const isShown = async () => {
      await page.locator('.chart-part').scrollIntoViewIfNeeded();
      return trend.isVisible();
    };
    await expect.poll(isShown, { timeout: 20_000 }).toBe(true);
    expect(loaded.filter((url) => /\/trend-chart-.*\.js/.test(url)).length).toBe(1);
    await expect.poll(() => page.locator('.chart .standfirst').innerText()).toBe('All claims · as of 4 February 2022');
    await expect.poll(() => read(page)).toMatch(/^2022: 97%, over 28 propositions\. Signed by all: “Joint Statement/);
  });

  test('its values are read with the arrow keys, as they are under the pointer', async () => {
    const page = await open(pair);
    const { points } = await pointsOf(['CN', 'US']);
    await slider(page).focus();
    await page.keyboard.press('End');
    const said = async () => ((await read(page)) ?? '').replace(/ Signed by all.*/, '');
    const inWords = ({ label, value, shared }: (typeof points)[number]) =>
      value === null
        ? `${label}: not known.`
        : `${label}: ${percent(value)}, over ${shared} proposition${shared === 1 ? '' : 's'}.`;
    for (const point of points.toReversed().slice(0, 20)) {
      await expect.poll(() => said()).toBe(inWords(point));
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.press('Home');
    await expect.poll(() => said()).toBe(inWords(points.at(0) ?? { label: '', value: null, shared: 0 }));
    expect(points.at(0)?.value).toBeNull();
    const box = await slider(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 16, (box?.y ?? 0) + 100);
    await expect.poll(() => said()).toBe(inWords(points.at(-1) ?? { label: '', value: null, shared: 0 }));
    await expect.poll(() => page.locator('.trend-readout').innerText()).toMatch(/^2022/);
  });

  test('what is not known is a gap: no line, and words in the table', async () => {
    const page = await open(pair);
    const { points, turningPoints } = await pointsOf(['CN', 'US']);
    const known = points.filter(({ value }) => value !== null).length;
    expect(known).toBeLessThan(points.length);
    const drawn = async () => (await page.locator('.trend-plot path[fill=none]').first().getAttribute('d')) ?? '';
    await expect.poll(async () => (await drawn()).split(/[ML]/).length - 1).toBe(known);
    await page.getByText('As a table').click();
    const rows = page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count()).toBe(points.length + 1);
    await expect.poll(() => page.getByRole('cell', { name: 'not known' }).count()).toBe(points.length - known);
    await expect
      .poll(() => page.getByText(/^\d+ turning points?$/).innerText())
      .toMatch(new RegExp(`^${turningPoints.length} `));
  });

  test('turning points say what moved them when they are unfolded', async () => {
    const page = await open(pair);
    await page.getByText(/^\d+ turning points$/).click();
    const first = page.locator('.trend-turns li').first();
    await first.getByRole('link').first().waitFor();
    await expect
      .poll(() => first.innerText())
      .toMatch(/^1979: from \d+% to \d+%\. Moved most by: The Government of the People's Republic/);
  });

  test('several parties have a line for each pair, and one of them can be lit', async () => {
    const page = await open(`/chart/trend?parties=CN,RU,US&${at}`);
    const lines = page.getByRole('list', { name: 'Lines' }).getByRole('button');
    await expect
      .poll(() => lines.locator('.trend-name').allInnerTexts())
      .toEqual(['China – Russia', 'China – United States', 'Russia – United States']);
    await lines.nth(1).click();
    await expect.poll(() => lines.nth(1).getAttribute('aria-pressed')).toBe('true');
    const opacities = page.locator('.trend-plot g[opacity]');
    await expect
      .poll(() => opacities.evaluateAll((all) => all.map((one) => one.getAttribute('opacity'))))
      .toEqual(['0.2', '1', '0.2']);
    await page.getByLabel('A line for').selectOption('issues');
    await page.getByRole('heading', { name: /issue by issue$/ }).waitFor();
    await expect.poll(() => lines.locator('.trend-name').allInnerTexts()).toContain('Taiwan question');
  });

  test('of many parties the pairs of one are drawn, whichever is chosen', async () => {
    const page = await open(`/chart/trend?parties=CN,RU,US,GB,FR&${at}`);
    await page
      .getByRole('heading', { name: 'China with Russia, the United States, the United Kingdom and France' })
      .waitFor();
    await page.getByLabel('Pairs of').selectOption({ label: 'France' });
    await page.getByRole('heading', { name: /^France with China/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('pairsOf')).toBe('FR');
  });

  test('it has an address of its own, with the day and the revision, that shows the same', async () => {
    const page = await open('/compare?parties=CN,RU&asOf=2022-02-04');
    const link = page.getByRole('link', { name: 'Link to this chart' });
    const address = new URL((await link.getAttribute('href')) ?? '', page.url());
    expect(`${address.pathname}${address.search}`).toBe(`/chart/trend?parties=CN,RU&${at}`);
    await expect.poll(() => read(page)).toContain('Signed by all');
    const before = await read(page);
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'China and Russia: agreement year by year' }).waitFor();
    await expect.poll(() => read(page)).toBe(before);
    await page.getByLabel('A line for').selectOption('issues');
    await page.getByRole('heading', { level: 1, name: /issue by issue/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('lines')).toBe('issues');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'China and Russia: agreement year by year' }).waitFor();
  });

  const take = async (form: string) => {
    const page = await open(pair);
    await page.getByText('Take it away').click();
    const button = page.getByRole('button', { name: form, exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };

  test('its CSV has what it shows, gaps included, with day and revision', async () => {
    const { points } = await pointsOf(['CN', 'US']);
    const { name, content } = await take('CSV');
    expect(name).toBe('concord-trend-CN-US-2022-02-04-revision-1.csv');
    const rows: Record<string, string>[] = parse(content, { columns: true });
    expect(rows.map(({ period, agreement, shared_propositions }) => [period, agreement, shared_propositions])).toEqual(
      points.map(({ label, value, shared }) => [label, value === null ? '' : String(value), String(shared)]),
    );
    expect(rows.at(0)).toMatchObject({ reason: 'NO_SHARED_EVIDENCE', as_of: '2022-02-04', as_known_at: '1' });
  });

  test('its picture stands alone: title, scope, day, source, date and address, in colours of its own', async () => {
    const svg = (await take('SVG')).content.toString();
    for (const part of [
      'China and the United States: agreement year by year',
      'all claims, 4 February 2022 · Agreement',
      'revision 1 of the ledger, taken on ',
      'CC-BY-4.0',
      `chart/trend?parties=CN,US&amp;${at.replace('&', '&amp;')}`,
    ]) {
      expect(svg).toContain(part);
    }
    expect(svg).not.toMatch(/<script|<style|href=|var\(|class=|NaN/);
    const png = (await take('PNG')).content;
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1928]);
  });

  test('another site shows it in a frame, in the scheme that it asks for, with a way back', async () => {
    const page = await open(pair);
    await page.getByText('Take it away').click();
    const code = await embedCodeOf(page);
    expect(code).toContain(`/embed/trend?parties=CN,US&amp;asOf=2022-02-04&amp;revision=1`);
    const frame = await framedElsewhere(page, code.replace('revision=1', 'revision=1&amp;theme=dark'));
    await frame
      .getByRole('heading', { level: 1, name: 'China and the United States: agreement year by year' })
      .waitFor();
    const back = frame.getByRole('link', { name: 'Open in Concord' });
    await expect.poll(() => back.getAttribute('href')).toBe(new URL(pair, explorer.server.url()).href);
    await expect.poll(() => back.getAttribute('target')).toBe('_blank');
    await expect.poll(() => frame.getByText('Take it away').count()).toBe(0);
    await expect
      .poll(() => frame.locator('html').evaluate((element) => getComputedStyle(element).backgroundColor))
      .toBe('rgb(20, 23, 26)');
    await frame.getByRole('slider').press('Home');
    await expect.poll(() => frame.getByRole('slider').getAttribute('aria-valuetext')).toBe('1949: not known.');
  });

  test.each([
    pair,
    `/chart/trend?parties=CN,RU,US,GB,FR&${at}`,
    `/chart/trend?parties=CN,RU&lines=issues&${at}`,
    `/embed/trend?parties=CN,US&${at}`,
    `/compare?parties=CN,US&${at}`,
  ])('%s fits every window, in both schemes, and axe finds nothing', async (path) => {
    for (const width of [320, 360, 414, 768, 1024, 1366, 1920]) {
      const page = await open(path, { viewport: { width, height: 768 }, colorScheme: width % 4 ? 'light' : 'dark' });
      const tables = page.getByText('As a table').last();
      await tables.click();
      const share = page.locator('.chart-share > summary');
      if ((await share.count()) > 0) await share.click();
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width]);
      if (width === 360 || width === 1366) expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  test('on paper there is the chart with its source, without what only a screen can do', async () => {
    const page = await open(pair);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.trend-plot svg').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.chart-source').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.chart-controls').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.chart-share').isVisible()).toBe(false);
    expect((await page.locator('.printed-source').innerText()).replace(/\s+/g, ' ')).toMatch(
      /CC-BY-4\.0.*chart\/trend\?/,
    );
  });

  test('without parties it says what to do', async () => {
    const page = await explorer.open('/chart/trend');
    await page.getByText('Name two parties or more').waitFor();
  });
});
