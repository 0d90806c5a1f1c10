import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`charts of the whole ledger (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const day = 'asOf=2022-06-01';

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const page = await explorer.open(path, options);
    await page.locator('figure.chart').waitFor();
    return page;
  };
  const openWorld = async (path: string, options: BrowserContextOptions = {}) => {
    const page = await open(path, options);
    await page.locator('.world-map').waitFor();
    return page;
  };
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
  const fillOf = (page: Page, key: string) =>
    page
      .locator(`.world-map [data-party="${key}"] .land`)
      .first()
      .evaluate((shape) => getComputedStyle(shape).fill);
  const readout = (page: Page) => page.locator('.world-readout').innerText();

  test('the world map shows the numbers of the API, most agreement first, and an unknown country as no colour', async () => {
    const page = await openWorld(`/chart/world?party=CN&${day}`);
    const { party } = await explorer.server.dataOf<{
      party: { nearest: { value: number; shared: number; other: { key: string; name: string } }[] };
    }>(
      '{ party(key: "CN") { nearest(first: 250, scope: { asOf: "2022-06-01" }) { value shared other { key name } } } }',
    );
    await expect.poll(() => heading(page)).toBe('Who agrees with China');
    await page.getByRole('button', { name: /^Show all/ }).click();
    const listed = () => page.locator('.world-list').first().locator('tbody tr').allInnerTexts();
    await expect
      .poll(async () => (await listed()).map((row) => row.split(/\t/)[0]))
      .toEqual(party.nearest.map(({ other }) => other.name));
    const rows = await listed();
    const russia = party.nearest.find(({ other }) => other.key === 'RU');
    expect(rows.find((row) => row.startsWith('Russia'))).toBe(
      `Russia\t${Math.round((russia?.value ?? 0) * 100)}%\t${russia?.shared}`,
    );
    expect(party.nearest.some(({ other }) => other.key === 'AO')).toBe(false);
    const hatched = await fillOf(page, 'AO');
    expect(hatched).toContain('url(');
    await expect.poll(() => fillOf(page, 'RU')).toMatch(/^rgb/);
    await expect.poll(() => fillOf(page, 'RU')).not.toBe(await fillOf(page, 'JP'));
  });

  test('a disputed area is hatched twice, has no other party’s colour, and says what it is', async () => {
    const page = await openWorld(`/chart/world?party=US&${day}`);
    const disputed = page.locator('.world-map g:has(.disputed)');
    await expect.poll(() => disputed.count()).toBe(9);
    const texts: string[] = [];
    for (const area of await disputed.all()) {
      await area.dispatchEvent('pointerenter');
      texts.push(await readout(page));
    }
    const crimea = texts.findIndex((text) => text.startsWith('Crimea: part of Ukraine'));
    expect(crimea).toBeGreaterThanOrEqual(0);
    expect(
      await disputed
        .nth(crimea)
        .locator('.land')
        .evaluate((shape) => getComputedStyle(shape).fill),
    ).toContain('url(');
    expect(texts.some((text) => /^Taiwan: .* · Taiwan: \d+% over/.test(text))).toBe(true);
    await page.getByText('Borders and disputed areas').click();
    await expect.poll(() => page.locator('.world-areas li').count()).toBe(8);
  });

  test('the list is read on the map by keyboard, and leads to the comparison with the same number', async () => {
    const page = await openWorld(`/chart/world?party=CN&issues=taiwan&${day}`);
    const link = page.locator('.world-list a').first();
    await link.focus();
    const name = await link.innerText();
    await expect.poll(() => readout(page)).toMatch(new RegExp(`^${name}: \\d+% over \\d+ proposition`));
    await expect.poll(() => page.locator('.world-map .outline').count()).toBeGreaterThan(0);
    const percent = /\d+%/.exec(await readout(page))?.[0];
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/compare\?parties=CN/);
    await page.getByText(`${percent} agreement`).first().waitFor();
    expect(page.url()).toContain('issues=taiwan');
  });

  test('a click on a country compares it, another party is chosen by its name, and the address says so', async () => {
    const page = await openWorld(`/chart/world?party=CN&${day}`);
    await page.getByLabel('Agreement with', { exact: true }).selectOption({ label: 'India' });
    await page.getByRole('heading', { name: 'Who agrees with India' }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('party')).toBe('IN');
    await page
      .getByLabel('Agreement with', { exact: true })
      .selectOption({ label: 'North Atlantic Treaty Organization' });
    await page.getByRole('heading', { name: 'Who agrees with North Atlantic Treaty Organization' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Who agrees with India' }).waitFor();
    await page.locator('.world-map [data-party="BR"]').click();
    await page.waitForURL(/\/compare\?parties=IN,BR/);
  });

  test('the scope can be changed where it stands, and few shared propositions be left out', async () => {
    const page = await openWorld(`/chart/world?party=CN&${day}`);
    await page.getByText('Change the question').click();
    await page.getByLabel('Taiwan question').check();
    await page.getByText(/^Claims on “Taiwan question”/).waitFor();
    expect(page.url()).toContain('issues=taiwan');
    await page.getByLabel('All issues').check();
    await page.getByText(/^All claims/).waitFor();
    await page.getByRole('button', { name: 'Leave them out' }).click();
    await expect.poll(() => page.url()).toContain('minimum=5');
    const fewest = async () => {
      const shared = await page.locator('.world-list').first().locator('tbody td:last-child').allInnerTexts();
      return Math.min(...shared.map(Number));
    };
    // The list before stays until there is another.
    await expect.poll(fewest, { timeout: 10_000 }).toBeGreaterThanOrEqual(5);
  });

  test('files say who, how much and from where; the picture stands alone', async () => {
    const page = await openWorld(`/chart/world?party=CN&${day}`);
    await page.getByText('Take it away').click();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    const rows = parse(await readFile(await csv.path(), 'utf8'), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    const angola = rows.find(({ other_key }) => other_key === 'AO');
    expect(rows.find(({ other_key }) => other_key === 'RU')).toMatchObject({ party_key: 'CN', as_of: '2022-06-01' });
    expect([angola?.value, angola?.shared_propositions]).toEqual(['', '0']);
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    ]);
    const picture = await readFile(await svg.path(), 'utf8');
    expect(picture).toContain('Who agrees with China');
    expect(picture).not.toMatch(/var\(|class=/);
  });

  test('the map of parties plays from year to year, is paused, and its address names the year', async () => {
    const page = await open(`/chart/map?year=2010&${day}`);
    const year = () => page.locator('.player output').innerText();
    await expect.poll(() => year()).toBe('2010');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(year, { timeout: 20_000 }).toBe('2012');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const shown = await year();
    await page.getByRole('heading', { level: 1, name: `Who stood near whom in ${shown}` }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe(shown);
    await page.getByLabel('Year').focus();
    await page.keyboard.press('Home');
    await expect.poll(year).not.toBe(shown);
    const first = await year();
    await page.keyboard.press('ArrowRight');
    await expect.poll(year).not.toBe(first);
    const second = await year();
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe(second);
  });

  test('who wants no motion sees one year after the other, and nothing between', async () => {
    const page = await open(`/chart/map?year=2010&${day}`, { reducedMotion: 'reduce' });
    // A picture for each year alone: what is painted differs from the frame before only when the year does.
    await page.evaluate(() => {
      const canvas = document.querySelector('.map-frame canvas') as HTMLCanvasElement;
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = () => {
        seen.add(`${document.querySelector('.player output')?.textContent} ${canvas.toDataURL()}`);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => page.locator('.player output').innerText(), { timeout: 20_000 }).toBe('2013');
    const pictures = await page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size);
    expect(pictures).toBeLessThanOrEqual(10);
  });

  test('parties on the map are read and followed by keyboard', async () => {
    const page = await open(`/chart/map?year=2022&${day}`);
    await page.getByRole('listbox').focus();
    const option = page.getByRole('option').and(page.locator('.map-frame [role=option]'));
    await expect.poll(() => option.innerText()).toMatch(/^United States: nearest on the map are /);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => option.innerText()).not.toMatch(/^United States:/);
    const read = (await option.innerText()).split(':')[0];
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('party')).not.toBeNull();
    await page.getByText('As a table').click();
    const row = page.locator('.chart-table tbody tr').filter({ hasText: read ?? '' });
    await expect.poll(() => row.count()).toBeGreaterThan(0);
  });

  test('groups are those of the API, with the blocs beside them; another number of groups is asked for', async () => {
    const page = await open(`/chart/groups?${day}`);
    const { structure } = await explorer.server.dataOf<{
      structure: { groups: { size: number }[]; blocs: { bloc: { name: string } }[] };
    }>('{ structure(scope: { asOf: "2022-06-01" }) { groups { size } blocs { bloc { name } } } }');
    const sizes = structure.groups.map(({ size }) => size);
    const all = sizes.reduce((sum, size) => sum + size);
    await expect.poll(() => heading(page)).toBe(`${all} parties in ${sizes.length} groups`);
    await expect.poll(() => page.locator('.group-card h2 .count').allInnerTexts()).toEqual(sizes.map(String));
    const blocs = page.getByRole('region', { name: 'Blocs beside the groups' }).last();
    await expect
      .poll(() => blocs.locator('tbody th').allInnerTexts())
      .toEqual(structure.blocs.map(({ bloc }) => bloc.name));
    await page.locator('.numbers-of-groups button').filter({ hasText: /^2$/ }).click();
    await page.getByRole('heading', { level: 1, name: `${all} parties in 2 groups` }).waitFor();
    expect(page.url()).toContain('number=2');
    await page.getByRole('link', { name: 'The same in the matrix' }).click();
    await page.locator('.heat-map .band').first().waitFor();
  });

  test('the matrix by groups frames each group', async () => {
    const page = await explorer.open(`/matrix?${day}&order=groups`);
    await page.locator('.band').first().waitFor();
    const { structure } = await explorer.server.dataOf<{ structure: { groups: { size: number }[] } }>(
      '{ structure(scope: { asOf: "2022-06-01" }) { groups { size } } }',
    );
    const sizes = await page.locator('.band').evaluateAll((bands) => {
      const cell = Number.parseFloat(
        getComputedStyle(document.querySelector('.heat-map') as Element).getPropertyValue('--cell'),
      );
      return bands.map((band) => Math.round(band.getBoundingClientRect().width / cell));
    });
    expect(sizes).toEqual(structure.groups.map(({ size }) => size));
    await page.getByText(`Framed: ${sizes.length} groups`).waitFor();
  });

  test('coverage says of each party and issue how much is known, and hatches where nothing is', async () => {
    const page = await open(`/chart/coverage?parties=CN,NR&${day}`);
    const { coverage } = await explorer.server.dataOf<{
      coverage: { held: number; absent: number; unknown: number; cells: { party: { key: string }; held: number }[] };
    }>(
      '{ coverage(parties: ["CN", "NR"], scope: { asOf: "2022-06-01" }) { held absent unknown cells { party { key } held } } }',
    );
    await expect
      .poll(() => heading(page))
      .toMatch(
        new RegExp(`^${coverage.held} of ${coverage.held + coverage.absent + coverage.unknown} positions are known`),
      );
    const china = page.locator('.coverage tbody tr').filter({ hasText: 'China' });
    await expect
      .poll(() => china.locator('td').allInnerTexts())
      .toEqual(coverage.cells.filter(({ party }) => party.key === 'CN').map(({ held }) => String(held)));
    const nauru = page.locator('.coverage tbody tr').filter({ hasText: 'Nauru' });
    const none = coverage.cells.filter(({ party, held }) => party.key === 'NR' && held === 0).length;
    expect(none).toBeGreaterThan(0);
    await expect.poll(() => nauru.locator('td.hatched').count()).toBe(none);
  });

  test('the tabs lead from one chart to the next in the same scope, and a party’s page to its map', async () => {
    const page = await openWorld(`/chart/world?party=IN&issues=taiwan&${day}`);
    await page.getByRole('navigation', { name: 'Pictures of the whole ledger' }).getByText('Coverage').click();
    await page.locator('.coverage').waitFor();
    expect(page.url()).toContain('/chart/coverage?issues=taiwan');
    await explorer.open(`/party/CN?${day}`);
    await page.getByRole('link', { name: 'All countries on claims, on the world map' }).click();
    await page.getByRole('heading', { name: 'Who agrees with China' }).waitFor();
    expect(page.url()).toContain('minimum=5');
  });

  test('a party that the ledger has not is named, and another can be chosen', async () => {
    const page = await explorer.open('/chart/world?party=atlantis');
    await page.getByText('The ledger has no party with the key “atlantis”.').waitFor();
    await page.getByLabel('Agreement with', { exact: true }).selectOption({ label: 'India' });
    await page.getByRole('heading', { name: 'Who agrees with India' }).waitFor();
  });

  test.each([
    ['/chart/world?party=CN', 'light', 1366],
    ['/chart/world?party=CN', 'dark', 360],
    ['/chart/map?party=CN&takenFrom=2015-01-01', 'dark', 1366],
    ['/chart/map?takenFrom=2015-01-01', 'light', 360],
    ['/chart/groups', 'light', 1366],
    ['/chart/groups', 'dark', 360],
    ['/chart/coverage', 'dark', 1366],
    ['/chart/coverage', 'light', 360],
    ['/matrix?order=groups', 'light', 360],
  ] as const)('axe finds nothing on %s, %s and %i wide, and it does not overflow', async (path, colorScheme, width) => {
    const page = await explorer.open(path, { viewport: { width, height: 800 }, colorScheme });
    await page.locator('.world-map, .map-legend, .group-card, .coverage, .band').first().waitFor();
    const unfold = page.getByText('Change the question');
    if (await unfold.isVisible()) await unfold.click();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('on paper the charts are light, with their scope and source', async () => {
    const page = await openWorld(`/chart/world?party=CN&${day}`, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.who-picker').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.chart-source').isVisible()).toBe(true);
    // Indigo of the light scheme is darker than paper; of the dark one it is lighter.
    const [, red = '255'] = /rgb\((\d+)/.exec(await fillOf(page, 'RU')) ?? [];
    expect(Number(red)).toBeLessThan(120);
  });
});
