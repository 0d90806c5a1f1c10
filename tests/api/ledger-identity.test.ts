import { expect, test } from 'vitest';
import { ask } from '../caching/ask-again.ts';
import { addCountry } from '../snapshot/commit.ts';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

// Two ledgers that began as one and parted at revision 2.
const one = useDatabase('seeded');
const other = useDatabase('seeded');
const servers = { one: useServer(one), other: useServer(other) };

interface Identity {
  readonly dataset: { readonly ledger: string; readonly revision: number; readonly digest: string };
  readonly revision: { readonly digest: string } | null;
  readonly revisions: {
    readonly pageInfo: { readonly endCursor: string };
    readonly nodes: readonly { readonly digest: string }[];
  };
}

const identity = (number: number) => `{
  dataset { ledger revision digest } revision(number: ${number}) { digest } revisions(first: 1) { pageInfo { endCursor } nodes { digest } }
}`;

test('ledgers agree on the digests of what they have in common, and on none after it', async () => {
  const before = await Promise.all([servers.one, servers.other].map((server) => server.dataOf<Identity>(identity(1))));
  expect(before[0]).toEqual(before[1]);
  const [first] = before;
  expect(first?.dataset.ledger).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(first?.dataset.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(first?.revision?.digest).toBe(first?.dataset.digest);

  await Promise.all([addCountry(one, 'X-ONE'), addCountry(other, 'X-OTHER')]);
  await Promise.all([servers.one.seen(2), servers.other.seen(2)]);
  const after = await Promise.all([servers.one, servers.other].map((server) => server.dataOf<Identity>(identity(2))));
  expect(after[0]?.dataset).toMatchObject({ ledger: first?.dataset.ledger, revision: 2 });
  expect(after[0]?.dataset.digest).not.toBe(after[1]?.dataset.digest);
  for (const { dataset, revision, revisions } of after) {
    expect(revision?.digest).toBe(dataset.digest);
    expect(revisions.nodes).toEqual([{ digest: dataset.digest }]);
  }
});

test('the digest of the dataset as it was known is that of its revision', async () => {
  const query = '{ dataset(asKnownAt: 1) { revision digest } revision(number: 1) { digest } }';
  const { dataset, revision } = await servers.one.dataOf<Identity>(query);
  expect(dataset).toEqual({ revision: 1, digest: revision?.digest });
});

test('a cursor of a revision is none of the revision with the same number in another ledger', async () => {
  const { revisions } = await servers.one.dataOf<Identity>(identity(2));
  const next = `{ revisions(after: "${revisions.pageInfo.endCursor}") { nodes { number } } }`;
  expect(await servers.one.ask(next)).toEqual({ data: { revisions: { nodes: [{ number: 1 }] } } });
  const { errors } = await servers.other.ask(next);
  expect(errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
});

test('answers of the same revision number have tags of their own, and none is called unchanged', async () => {
  const query = '{ party(key: "X-ONE") { name } }';
  const [here, there] = [await ask(servers.one.url(), { query }), await ask(servers.other.url(), { query })];
  expect(here.body).not.toBe(there.body);
  expect(here.etag).not.toBe(there.etag);
  const again = await ask(servers.other.url(), { query }, { 'if-none-match': here.etag });
  expect([again.status, again.body]).toEqual([200, there.body]);
});
