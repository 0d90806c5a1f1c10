import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { examples } from '#server/playground/examples.ts';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

// A test of it fails, too, when the page breaks its Content-Security-Policy.
describe.skipIf(noBrowser !== null)(`the playground under its policy (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();
  const query = 'query Name($key: String!) { party(key: $key) { name } }';
  const variables = '{ "key": "CN" }';
  const execute = (page: Page) => page.getByRole('button', { name: /execute query/i }).click();
  const answered = (page: Page, text: string) =>
    page.locator('.result-window, .graphiql-response').getByText(text).first().waitFor();
  const editor = (page: Page) => page.locator('.graphiql-query-editor .view-lines');
  const inFragment = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

  test('asks the query that it is opened with, and shows the answer', async () => {
    const page = await explorer.open(`/graphql#${new URLSearchParams({ query, variables })}`);
    await execute(page);
    await answered(page, 'China');
  });

  test('opened at the address of an answer shows its query and variables, and is loaded again as a page', async () => {
    const page = await explorer.open(`/graphql?${new URLSearchParams({ query, variables })}`);
    await execute(page);
    await answered(page, 'China');
    expect(new URL(page.url()).search).toBe('');
    expect(Object.fromEntries(inFragment(page))).toEqual({ query, variables });
    const again = await page.reload();
    expect(again?.headers()['content-type']).toMatch(/^text\/html/);
    await execute(page);
    await answered(page, 'China');
  });

  test('what is edited is still there when the page is loaded again, and goes with its address', async () => {
    const page = await explorer.open(`/graphql#${new URLSearchParams({ query, variables })}`);
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('query Edited($key: String!) { party(key: $key) { key name } }');
    await expect.poll(() => inFragment(page).get('query'), { timeout: 10_000 }).toMatch(/^query Edited/);
    expect(inFragment(page).get('variables')).toBe(variables);
    const shared = page.url();
    await page.reload();
    await expect.poll(() => editor(page).innerText(), { timeout: 10_000 }).toMatch(/Edited/);
    const other = await explorer.open(shared.slice(new URL(shared).origin.length), { locale: 'de-DE' });
    await expect.poll(() => editor(other).innerText(), { timeout: 10_000 }).toMatch(/Edited/);
    await execute(other);
    await answered(other, 'China');
  });

  test('an example is chosen by what one wants to do, comes with its variables, and can be shared', async () => {
    const page = await explorer.open('/graphql');
    const choice = page.getByLabel('Examples');
    expect(
      await choice.locator('optgroup').evaluateAll((all) => all.map((group) => group.getAttribute('label'))),
    ).toEqual(['Compare', 'Check the sources', 'Blocs and camps', 'Votes', 'Look up']);
    const one = examples.find(({ question }) => question.startsWith('How do any parties compare'));
    await choice.selectOption({ label: one?.question ?? '' });
    await expect.poll(() => inFragment(page).get('variables'), { timeout: 10_000 }).toBe(one?.variables);
    await expect.poll(() => editor(page).innerText(), { timeout: 10_000 }).toMatch(/AnyPartiesOnAnyIssue/);
    await execute(page);
    await answered(page, 'Hungary');
  });

  test('leads back to the explorer', async () => {
    const page = await explorer.open('/graphql');
    await page.getByRole('link', { name: 'Concord' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('follows a subscription, and shows each event as it comes', async () => {
    const query = 'subscription { ledgerChanged(sinceRevision: 0) { revision { number source } } }';
    const page = await explorer.open(`/graphql#query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window, .graphiql-response').getByText('seeds').waitFor();
  });

  test('marks what the schema does not have, which its workers find', async () => {
    const page = await explorer.open(`/graphql#query=${encodeURIComponent('{ nothingOfTheKind }')}`);
    await page.locator('.squiggly-error').first().waitFor();
  });
});
