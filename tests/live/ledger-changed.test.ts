import { beforeAll, expect, test } from 'vitest';
import { comeAndGone } from '../api/come-and-gone.ts';
import { fiveRevisions } from '../api/five-revisions.ts';
import type { Keyed, List } from '../api/running-server.ts';
import { keysOf, useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { subscribe } from './event-stream.ts';

const database = useDatabase('seeded');
const server = useServer(database);

// Revision 2 corrects a stance of Sweden, 3 its citation; 4 and 5 add and retire a document that CN and RU signed, 6 ends a membership; 7 to 10 add, amend, retire and bring back X-OLD.
beforeAll(async () => {
  for (const [text, options] of [...fiveRevisions, ...comeAndGone])
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  await server.seen(10);
});

interface Changed {
  readonly ledgerChanged: {
    readonly revision: { readonly number: number; readonly source: string };
    readonly addedStances: number;
    readonly retiredStances: number;
    readonly parties: List<Keyed>;
    readonly issues: List<Keyed>;
    readonly propositions: List<Keyed>;
  };
}

const query = `subscription Changed($parties: [String!], $issues: [String!], $propositions: [String!], $since: Int) {
  ledgerChanged(parties: $parties, issues: $issues, propositions: $propositions, sinceRevision: $since) {
    revision { number source }
    addedStances
    retiredStances
    parties(first: 3) { totalCount nodes { key } }
    issues { totalCount nodes { key } }
    propositions(first: 3) { totalCount nodes { key } }
  }
}`;

async function told(count: number, variables: Record<string, unknown>) {
  const stream = await subscribe(server.url(), { query, variables });
  const events = await stream.events<Changed>(count);
  return events.map(({ data: { ledgerChanged: event } }) => ({
    revision: event.revision.number,
    stances: [event.addedStances, event.retiredStances],
    parties: keysOf(event.parties),
    issues: keysOf(event.issues),
    propositions: keysOf(event.propositions),
  }));
}

test('each revision is an event that names what it touched: by stances, citations, signatures, memberships and texts', async () => {
  const sweden = { parties: ['SE'], issues: ['nato-enlargement'], propositions: ['nato-sweden'] };
  const old = { parties: ['X-OLD'], issues: ['old-issue'], propositions: ['old-proposition'] };
  expect(await told(9, { since: 1 })).toEqual([
    { revision: 2, stances: [1, 1], ...sweden },
    { revision: 3, stances: [0, 0], ...sweden },
    { revision: 4, stances: [0, 0], parties: ['CN', 'RU'], issues: [], propositions: [] },
    { revision: 5, stances: [0, 0], parties: ['CN', 'RU'], issues: [], propositions: [] },
    { revision: 6, stances: [0, 0], parties: ['JP', 'quad'], issues: [], propositions: [] },
    { revision: 7, stances: [1, 0], ...old },
    { revision: 8, stances: [0, 0], parties: ['X-OLD'], issues: ['old-issue'], propositions: ['old-proposition'] },
    { revision: 9, stances: [0, 1], ...old },
    { revision: 10, stances: [1, 0], ...old },
  ]);
});

test('a filter lets through what fits all that it names', async () => {
  const revisionsOf = async (count: number, variables: Record<string, unknown>) =>
    (await told(count, { since: 1, ...variables })).map(({ revision }) => revision);
  expect(await revisionsOf(2, { parties: ['Sweden'] })).toEqual([2, 3]);
  expect(await revisionsOf(3, { parties: ['JP', 'CN'] })).toEqual([4, 5, 6]);
  expect(await revisionsOf(2, { issues: ['nato-enlargement'] })).toEqual([2, 3]);
  expect(await revisionsOf(6, { propositions: ['nato-sweden', 'old-proposition'] })).toEqual([2, 3, 7, 8, 9, 10]);
  // Revision 8 has new words for a party and a proposition, but nothing that the party says of it.
  expect(await revisionsOf(5, { parties: ['SE', 'X-OLD'], propositions: ['nato-sweden', 'old-proposition'] })).toEqual([
    2, 3, 7, 9, 10,
  ]);
  const stream = await subscribe(server.url(), {
    query,
    variables: { since: 1, parties: ['SE'], propositions: ['old-proposition'] },
  });
  await say(database, 'documents: []', { source: 'visitor', complete: true }); // revision 11
  await say(database, (comeAndGone[3] as (typeof comeAndGone)[number])[0], { source: 'visitor' }); // revision 12
  await server.seen(12);
  expect(stream.blocks.filter(({ event }) => event !== null)).toEqual([]);
});

test('what changed is what Dataset.changes has of the revision', async () => {
  const selection = `changes { totalCount nodes { kind day proposition { key text } bloc { key } revision { number }
    memberships { member { key } before { until } after { until } } cells { party { key } before { position } after { position } } documents { key } } }`;
  const stream = await subscribe(server.url(), {
    query: `subscription { ledgerChanged(sinceRevision: 1) { revision { number } ${selection} } }`,
  });
  interface Change {
    readonly revision: { readonly number: number };
    readonly proposition: (Keyed & { readonly text: string }) | null;
    readonly bloc: Keyed | null;
    readonly memberships: unknown;
    readonly cells: unknown;
  }
  const events = await stream.events<{ ledgerChanged: { revision: { number: number }; changes: List<Change> } }>(9);
  const { dataset } = await server.dataOf<{ dataset: { changes: List<Change> } }>(
    `{ dataset(asKnownAt: 10) { ${selection.replace('changes', 'changes(since: 1)')} } }`,
  );
  const shown = ({ proposition, bloc, memberships, cells }: Change) => ({
    key: (proposition ?? bloc)?.key,
    memberships,
    cells,
  });
  for (const { data } of events) {
    const { revision, changes } = data.ledgerChanged;
    const there = dataset.changes.nodes.filter((change) => change.revision.number === revision.number);
    expect(changes.nodes.map(shown)).toEqual(there.map(shown));
  }
  expect(dataset.changes.nodes.length).toBeGreaterThan(3);
  expect(dataset.changes.nodes.some(({ bloc }) => bloc?.key === 'quad')).toBe(true);
});

test('of the members of blocs it tells a filter only of those blocs and members that it names', async () => {
  const blocsToldTo = async (parties: readonly string[]) => {
    const stream = await subscribe(server.url(), {
      query: `subscription ($parties: [String!]) { ledgerChanged(parties: $parties, sinceRevision: 5) {
        changes { nodes { bloc { key } } } } }`,
      variables: { parties },
    });
    const [event] = await stream.events<{ ledgerChanged: { changes: { nodes: { bloc: Keyed | null }[] } } }>(1);
    return event?.data.ledgerChanged.changes.nodes.map(({ bloc }) => bloc?.key);
  };
  expect(await blocsToldTo(['JP'])).toEqual(['quad']);
  expect(await blocsToldTo(['quad'])).toEqual(['quad']);
  expect(await blocsToldTo(['X-OLD', 'US'])).toEqual([undefined]);
});
