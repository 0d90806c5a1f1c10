import { describe, expect, test } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`search, lists and about (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();

  test('what is typed is suggested, and chosen by keyboard', async () => {
    const page = await explorer.open('/search');
    const field = page.getByRole('combobox', { name: /^Search parties/ }).last();
    await field.fill('soviet union');
    const options = page.getByRole('option');
    await options.first().waitFor();
    await expect.poll(() => options.first().innerText()).toMatch(/^Russia\s+country, RU$/);
    await field.press('ArrowDown');
    await expect.poll(() => options.first().getAttribute('aria-selected')).toBe('true');
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Russia' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/party/RU');
  });

  test('Enter shows all hits, by kind, each leading to its record', async () => {
    const page = await explorer.open('/search');
    const field = page.getByRole('combobox', { name: /^Search parties/ }).last();
    await field.fill('nato enlargement');
    await field.press('Enter');
    await page.getByRole('heading', { name: /^Issues/ }).waitFor();
    expect(page.url()).toContain('q=nato%20enlargement');
    await page.getByRole('link', { name: 'NATO should stop further enlargement.' }).click();
    await page.waitForURL((url) => url.pathname === '/proposition/nato-stop-enlargement');
    await explorer.open('/search?q=china');
    await page.getByRole('link', { name: /^All \d+ documents/ }).click();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'DOCUMENT');
    await expect.poll(() => page.getByRole('main').getByRole('heading', { level: 2 }).count()).toBe(1);
  });

  test('what nothing is called says so', async () => {
    const page = await explorer.open('/search?q=xyzzyx');
    await page.getByText('Nothing is found for “xyzzyx”.').first().waitFor();
  });

  test.each([
    ['/issue', 'Issues', 'Taiwan question', '/issue/taiwan'],
    ['/party', 'Parties', 'China', '/party/CN'],
    ['/document', 'Documents', /^Joint statement of China and Russia/, /^\/document\/cn-ru-js/],
    ['/proposition', 'Propositions', 'Taiwan is an inalienable part of China.', '/proposition/tw-inalienable'],
    ['/about', 'About Concord', 'Issues', '/issue'],
  ] as const)('%s lists what leads on', async (path, title, link, to) => {
    const page = await explorer.open(path);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: link, exact: typeof link === 'string' })
      .first()
      .click();
    await page.waitForURL(({ pathname }) => (typeof to === 'string' ? pathname === to : to.test(pathname)));
  });

  test('a list is searched as one types', async () => {
    const page = await explorer.open('/party');
    await page.getByRole('link', { name: 'France', exact: true }).waitFor();
    await page.getByLabel('Find').fill('korea');
    await expect
      .poll(() => page.locator('.listed-names').getByRole('link').allInnerTexts())
      .toEqual(['North Korea', 'South Korea']);
    expect(page.url()).toContain('/party?q=korea');
  });

  test('a party says who is nearest and farthest and what changed; an issue where everybody stands and who moved', async () => {
    const page = await explorer.open('/party/US?asOf=2026-01-15');
    const nearest = page.locator('.neighbours div').filter({ hasText: 'Nearest, on claims' }).first();
    await nearest.waitFor();
    await expect.poll(() => nearest.getByRole('listitem').count()).toBeGreaterThan(3);
    await explorer.open('/issue/nato-enlargement?asOf=2024-06-01');
    const grid = page.getByRole('region', { name: 'Positions by party and proposition' });
    await grid.waitFor();
    const china = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'China', exact: true }) });
    await expect.poll(() => china.innerText()).toContain('Supports');
    const moved = page.locator('.moves li').filter({ hasText: 'Türkiye' }).first();
    await moved.waitFor();
    await expect.poll(() => moved.innerText()).toMatch(/became/);
  });
});
