import { expect, test } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { idOf, manifestOf, useFolder } from '../documents/manifest.ts';
import { seeds, useRecords } from '../support/database.ts';
import { subscribe } from './event-stream.ts';

const trusted = 'subscription Trusted { ledgerChanged(sinceRevision: 0) { revision { number } } }';
const server = useServer(useRecords(seeds), {
  persistedDocuments: [useFolder({ 'app.json': manifestOf(trusted) })],
  trustedDocuments: true,
});

test('a subscription of a manifest is followed by its hash, and free text is refused', async () => {
  const address = `${server.url()}?${new URLSearchParams({ documentId: idOf(trusted) })}`;
  const control = new AbortController();
  const response = await fetch(address, { headers: { accept: 'text/event-stream' }, signal: control.signal });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes('event: next')) break;
  }
  expect(text).toContain('data: {"data":{"ledgerChanged":{"revision":{"number":1}}}}');
  control.abort();
  const refused = await subscribe(server.url(), { query: trusted });
  expect((await refused.errors())[0]?.extensions?.code).toBe('TRUSTED_DOCUMENTS_ONLY');
});
