import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useDatabaseWithRollCalls } from '../api/with-roll-calls.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

const database = useDatabaseWithRollCalls();

describe.skipIf(noBrowser !== null)(`the front of the page (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer(database);
  const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const opened = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    await page.locator('main h1').waitFor();
    return page;
  };
  const compared = async (path: string, options = {}) => {
    const page = await explorer.open(path, options);
    await page.getByRole('heading', { name: 'Position by position' }).waitFor();
    return page;
  };

  describe('home', () => {
    test('says what this is, answers an example, and asks more', async () => {
      const page = await opened('/');
      await page.getByRole('heading', { name: 'China and Russia agree on 27 of 28 positions known' }).waitFor();
      await expect
        .poll(() => page.locator('.lead').innerText())
        .toMatch(/^Concord compares what countries and blocs have said/);
      await expect.poll(() => page.locator('.questions a').count()).toBe(5);
      await page.getByRole('link', { name: 'See every position and its source' }).click();
      await page.getByRole('heading', { name: 'Position by position' }).waitFor();
      await expect.poll(() => query(page), { timeout: 5_000 }).toMatchObject({ parties: 'CN,RU', asOf: '2022-02-04' });
    });

    test('each of its questions has an answer', async () => {
      const page = await opened('/');
      const links = await page
        .locator('.questions a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      for (const link of links) {
        await explorer.open(new URL(link).pathname + new URL(link).search);
        await page.locator('.positions, .position-groups, .heat-map').first().waitFor();
        await expect.poll(() => page.getByRole('alert').count(), { message: link }).toBe(0);
      }
    });

    test('says what is in the ledger, until when, what is missing and what is new', async () => {
      const page = await opened('/');
      const { dataset } = await explorer.server.dataOf<{
        dataset: { counts: { claims: number; rollCalls: number }; knownGaps: string[] };
      }>('{ dataset { counts { claims rollCalls } knownGaps } }');
      const ledger = page.getByRole('region', { name: 'What is in the ledger' });
      await ledger.waitFor();
      const text = await ledger.innerText();
      expect(text).toContain(`${dataset.counts.claims} claims`);
      expect(text).toMatch(new RegExp(`${dataset.counts.rollCalls} recorded votes?`));
      expect(text).toMatch(/positions taken from .*\d{4} to .*\d{4}/);
      expect(text).toContain(`missing or wrong (${dataset.knownGaps.length})`);
      await expect.poll(() => page.getByRole('region', { name: 'What is new' }).innerText()).toContain('Import votes');
    });

    test('leads to the search with the words that are typed', async () => {
      const page = await opened('/');
      await page.getByRole('combobox', { name: /^Search parties/ }).fill('Taiwan & peace');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/);
      expect(query(page)).toEqual({ q: 'Taiwan & peace' });
    });
  });

  test('has a footer with sources, licences, revision, known gaps, the API and what it is about', async () => {
    const page = await opened('/party/CN');
    const footer = page.getByRole('contentinfo');
    await footer.getByText('Revision 2 of the ledger').waitFor();
    const text = await footer.innerText();
    expect(text).toMatch(/Stated positions of countries and blocs[\s\S]*CC-BY-4\.0/);
    expect(text).toMatch(/What is known to be missing or wrong \(\d+\)/);
    for (const [name, path] of [
      ['About', '/about'],
      ['API and playground', '/graphql'],
      ['Stored queries', '/q/'],
    ] as const) {
      const link = footer.getByRole('link', { name });
      await expect.poll(() => link.evaluate((a) => (a as HTMLAnchorElement).pathname)).toBe(path);
    }
  });

  test('its header keeps what was chosen, whichever view is shown in between', async () => {
    const page = await compared('/compare?parties=AU,JP&issues=taiwan&asOf=2022-02-04');
    await page.locator('.proposition-row a').first().click();
    await page.waitForURL(/\/proposition\//);
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: 'Matrix' }).click();
    await page.waitForURL(/\/matrix/);
    expect(query(page)).toMatchObject({ issues: 'taiwan', asOf: '2022-02-04' });
    await views.getByRole('link', { name: 'Compare' }).click();
    await page.waitForURL(/\/compare/);
    await expect
      .poll(() => query(page), { timeout: 5_000 })
      .toMatchObject({ parties: 'AU,JP', issues: 'taiwan', asOf: '2022-02-04' });
  });

  test('fits its example on three screens of a phone, the answer on the first', async () => {
    const page = await compared('/compare?parties=CN,RU&asOf=2022-02-04', { viewport: { width: 360, height: 740 } });
    await page.getByRole('contentinfo').getByText('Sources and licences').waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 740);
    const bottom = async (part: string) => {
      const box = await page.locator(part).boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    await expect.poll(() => bottom('h1')).toBeLessThan(740 / 2);
    await expect.poll(() => bottom('.verdict-bar')).toBeLessThan(740);
  });

  describe('says its scope', () => {
    const path = '/compare?parties=US,IN&kinds=ROLL_CALL&asOf=2022-02-04&takenFrom=1990-01-01';
    const scope = 'recorded votes, taken from 1 January 1990';

    test('under its title, in the row that changes it, and in print', async () => {
      const page = await compared(path);
      await expect.poll(() => page.locator('.standfirst').first().innerText()).toContain(scope);
      await expect.poll(() => page.locator('.filters summary').innerText()).toContain(scope);
    });

    test('on its picture, with the whole address', async () => {
      const page = await compared(path);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'SVG', exact: true }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
      const lines = [
        ...Buffer.concat(chunks)
          .toString()
          .matchAll(/<text[^>]*>([^<]*)<\/text>/g),
      ].map(([, text]) => text);
      expect(lines.join(' ')).toContain(scope);
      expect(lines.join('').replaceAll('&amp;', '&')).toContain(page.url().replace('http://', ''));
    });
  });

  test('its time line has every day on which positions were taken, counted by the server', async () => {
    const page = await compared('/compare?parties=CN,RU&kinds=ROLL_CALL&asOf=2022-02-04');
    await page.getByText('Change the question').click();
    const { comparison } = await explorer.server.dataOf<{ comparison: { days: { day: string }[] } }>(
      '{ comparison(parties: ["CN", "RU"], scope: { kinds: [ROLL_CALL] }) { days { day stances } } }',
    );
    await page.locator('.event-marks rect').first().waitFor();
    await expect.poll(() => page.locator('.event-marks rect').count()).toBe(comparison.days.length);
    await page.getByText(new RegExp(`^${comparison.days.length} days? with new positions`)).waitFor();
  });

  test('compares a bloc as one column, and shows what its members hold', async () => {
    const page = await compared('/compare?parties=CN&issues=taiwan&asOf=2024-01-01');
    await page.getByText('Change the question').click();
    await page.getByRole('combobox', { name: 'Parties', exact: true }).fill('G7');
    await page.getByRole('option', { name: /^Group of Seven, as one column/ }).click();
    await page.getByRole('columnheader', { name: 'Group of Seven' }).waitFor();
    await expect.poll(() => query(page).parties, { timeout: 5_000 }).toBe('CN,g7');
    const derived = page.locator('.cell-button:has(.derived)').first();
    await expect.poll(() => derived.locator('.derived').innerText()).toMatch(/^\d+ for, \d+ against.* of 7$/);
    await derived.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Members on 1 January 2024/).waitFor();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(7);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(query(page).members).toBeUndefined();
  });

  test('says of three and more what they have in common and what parts one from the others', async () => {
    const page = await compared('/compare?parties=CN,RU,US,JP&asOf=2022-06-01');
    const ground = page.getByRole('region', { name: 'Common ground' });
    await expect
      .poll(() => ground.getByRole('listitem').first().innerText())
      .toMatch(/^[34] of 4 (in support|against)/);
    const wedges = page.getByRole('region', { name: 'What parts them' });
    await wedges.getByRole('combobox').selectOption('US');
    await wedges.getByText('The United States is').first().waitFor();
  });

  test('says which addresses of a document nobody read, and of an imported vote that it was not read one by one', async () => {
    const unread = await explorer.server.dataOf<{
      documents: { nodes: { addresses: { url: string; read: boolean }[]; stances: { nodes: { key: string }[] } }[] };
    }>('{ documents(first: 250) { nodes { addresses { url read } stances(first: 1) { nodes { key } } } } }');
    const one = unread.documents.nodes.find(
      ({ addresses, stances }) => addresses.some(({ read }) => !read) && stances.nodes.length > 0,
    );
    const page = await explorer.open(`/compare?parties=CN,RU&stance=${one?.stances.nodes[0]?.key}`);
    await page.getByRole('dialog').locator('.addresses .soft', { hasText: 'not read' }).first().waitFor();
    const votes = await explorer.server.dataOf<{ stances: { nodes: { key: string }[] } }>(
      '{ stances(filter: { propositions: ["vote-1"] }, inForce: false, first: 1) { nodes { key } } }',
    );
    await explorer.open(`/compare?parties=CN,RU&stance=${votes.stances.nodes[0]?.key}`);
    await page.getByRole('dialog').getByText('not read one by one').first().waitFor();
    expect(await page.getByRole('dialog').innerText()).not.toContain('read and checked');
  });

  test('is cited with its revision and digest, asked by curl, and read by a spreadsheet', async () => {
    const page = await compared('/compare?parties=CN,RU&asOf=2022-02-04');
    const { revision } = await explorer.server.dataOf<{ revision: { digest: string } }>(
      '{ revision(number: 2) { digest } }',
    );
    await page.getByText('Cite it').click();
    const cited = page.locator('.take-away .copy-field pre');
    await cited.first().waitFor();
    await expect
      .poll(() => cited.first().innerText())
      .toMatch(/^Concord \(\d{4}\)\. China and Russia agree on 27 of 28.*Revision 2 /);
    await expect.poll(() => cited.last().innerText()).toMatch(/^@misc\{concord-2-/);
    await expect.poll(() => cited.last().innerText()).toContain(revision.digest);
    await page.getByText('Ask it from a program').last().click();
    // Of the two commands, the one that is shown.
    const elsewhere = page.locator('.query-behind[open] .copy-field pre');
    const command = await elsewhere.filter({ hasText: "-d '" }).last().innerText();
    const body = /-d '(.*)'$/s.exec(command)?.[1] ?? '';
    const answer = await fetch(explorer.server.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await answer.json()).toMatchObject({ data: { comparison: { agree: { totalCount: 27 } } } });
    const formula = await elsewhere.filter({ hasText: '=IMPORTDATA' }).first().innerText();
    const table = await fetch(/"(.*)"/.exec(formula)?.[1]?.replaceAll('""', '"') ?? '');
    expect([table.status, (await table.text()).split('\r\n').length]).toEqual([200, 1 + 2 * 28 + 1]);
  });

  test('is reached by the keyboard alone, from the question to what is taken away', async () => {
    const page = await compared('/compare?parties=CN,RU&issues=taiwan&asOf=2022-02-04');
    const reached = new Set<string>();
    for (let presses = 0; presses < 90; presses++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? ''));
    }
    for (const part of [
      'Skip to the content',
      'Compare',
      'What does this number mean?',
      'Taiwan question',
      'CSV',
      'Cite it',
      'Ask it from a program',
      'About',
    ]) {
      expect(
        [...reached].some((text) => text.includes(part)),
        part,
      ).toBe(true);
    }
  });
});
