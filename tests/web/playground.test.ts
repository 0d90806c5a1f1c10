import { describe, test } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

// A test of it fails, too, when the page breaks its Content-Security-Policy.
describe.skipIf(noBrowser !== null)(`the playground under its policy (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();

  test('asks the query that it is opened with, and shows the answer', async () => {
    const query = '{ party(key: "CN") { name } }';
    const page = await explorer.open(`/graphql#query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window, .graphiql-response').getByText('China').waitFor();
  });

  test('shows the query of an address that a client asks', async () => {
    const query = '{ party(key: "CN") { name } }';
    const page = await explorer.open(`/graphql?query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window, .graphiql-response').getByText('China').waitFor();
  });

  test('follows a subscription, and shows each event as it comes', async () => {
    const query = 'subscription { ledgerChanged(sinceRevision: 0) { revision { number source } } }';
    const page = await explorer.open(`/graphql#query=${encodeURIComponent(query)}`);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window, .graphiql-response').getByText('seeds').waitFor();
  });

  test('marks what the schema does not have, which its workers find', async () => {
    const page = await explorer.open(`/graphql#query=${encodeURIComponent('{ nothingOfTheKind }')}`);
    await page.reload();
    await page.locator('.squiggly-error').first().waitFor();
  });
});
