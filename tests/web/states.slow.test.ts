import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './accessibility.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`the states of the page (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const comparison = { name: 'Position by position' };
  // All kinds of verdicts and an unknown position are in it.
  const some = '/compare?parties=CN,RU,US&asOf=2022-06-01&issues=taiwan&verdicts=AGREE,DIVIDED,MIXED,NEUTRAL,UNKNOWN';

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in a comparison and in its other states when the page is %s',
    async (colorScheme) => {
      // In the dark only the colours are others.
      const rules = colorScheme === 'dark' ? ['color-contrast'] : null;
      const page = await explorer.open(some, { colorScheme });
      await page.getByText('Change the question').click();
      await page.locator('.explain summary').click();
      await page.locator('.event-marks rect').first().waitFor();
      await page.getByText('The receipt:').click();
      await page.locator('.receipt tfoot').waitFor();
      await page.getByText('Ask it from a program').last().click();
      await page.getByText('Cite it').last().click();
      await page.getByText('@misc').waitFor();
      await page.getByRole('combobox', { name: 'Parties', exact: true }).fill('na');
      await page.locator('.found [role=option]').first().waitFor();
      expect(await accessibilityProblems(page, rules)).toEqual([]);

      await page.getByRole('combobox', { name: 'Parties', exact: true }).fill('');
      await page
        .getByRole('button', { name: /^China: / })
        .first()
        .click();
      await page.locator('.history li').first().waitFor();
      expect(await accessibilityProblems(page, rules)).toEqual([]);

      await explorer.open('/compare?parties=', { colorScheme });
      await page.getByText('Choose whom to compare').waitFor();
      expect(await accessibilityProblems(page, rules)).toEqual([]);

      await explorer.open('/compare?parties=CN,XX', { colorScheme });
      await page.getByRole('alert').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    },
  );

  test('axe finds nothing on a phone', async () => {
    const page = await explorer.open(some, { viewport: { width: 360, height: 740 } });
    await page.getByRole('heading', comparison).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('says that nobody is chosen, and that nothing is known', async () => {
    const page = await explorer.open('/compare?parties=');
    await page.getByText('Choose whom to compare').waitFor();
    await explorer.open('/compare?parties=AL,AF');
    await page.getByText('The ledger knows no position of anybody here').waitFor();
    // The ledger is silent, which says nothing about the world.
    await expect
      .poll(() => page.locator('.value').innerText())
      .toMatch(/No number\s*The ledger has no proposition here/);
  });

  test('says why a question is refused, in the words of the server', async () => {
    const page = await explorer.open('/compare?parties=CN,XX');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toContain('There is no party with the key or name "XX"');
    await page.getByRole('button', { name: 'Remove XX' }).click();
    await page.getByRole('heading', { name: 'Where China stands' }).waitFor();
  });

  test.each([
    ['/nothing-here', 'Not found'],
    ['/q/', 'Stored queries'],
  ])('%s is a plain page that keeps its own policy', async (path, heading) => {
    const page = await explorer.open(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('says that an answer takes long, and shows it when it comes', async () => {
    const page = await explorer.open('/compare?parties=');
    const { promise: toldSo, resolve } = Promise.withResolvers<void>();
    await page.route(/documentId/, async (route) => {
      await toldSo;
      await route.continue();
    });
    await page.goto('/compare?parties=CN,RU').catch(() => {});
    await explorer.open('/compare?parties=CN,RU');
    await page.getByText('This takes longer than usual').waitFor();
    resolve();
    await page.getByRole('heading', comparison).waitFor();
  });

  test('keeps what it shows when the network goes, and goes on by itself when it is back', async () => {
    const page = await explorer.open('/compare');
    await page.getByRole('heading', comparison).waitFor();
    await page.getByText('Change the question').click();
    await page.context().setOffline(true);
    await page.getByRole('checkbox', { name: 'Taiwan question' }).check();
    await page.getByRole('heading', { name: 'You are offline' }).waitFor();
    await expect.poll(() => page.locator('.proposition-row').count()).toBe(28);
    // Not as if it were the answer to the new question.
    await expect.poll(() => page.locator('.previous-note').innerText()).toMatch(/answer to the question before/);
    await expect.poll(() => page.locator('h1').innerText()).not.toMatch(/27 of 28/);
    await expect
      .poll(() => page.locator('.previous').evaluate((element) => getComputedStyle(element).filter))
      .toBe('grayscale(1)');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'You are offline' }).waitFor({ state: 'detached' });
    await page.locator('.group-issue').nth(1).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.previous').count()).toBe(0);
  });

  test('says that the server gives no answer, and asks again when told to', async () => {
    const page = await explorer.open('/compare?parties=');
    await page.route(/documentId/, (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
    await explorer.open('/compare');
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    await expect.poll(() => alert.innerText()).toContain('Something went wrong');
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', comparison).waitFor();
  });

  test('sends its queries themselves to a server that does not know them by their hash', async () => {
    const page = await explorer.open('/compare?parties=');
    const methods: string[] = [];
    await page.route(/documentId/, (route) => {
      methods.push(route.request().method());
      return route.continue({
        url: route
          .request()
          .url()
          .replace(/sha256%3A\w{8}/, 'sha256%3A00000000'),
      });
    });
    await explorer.open('/compare');
    await page.getByRole('heading', comparison).waitFor();
    expect(methods).toContain('GET');
  });

  test('says that nothing is at an address that it does not know', async () => {
    const page = await explorer.open('/document/none');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
