import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { fiveRevisions } from './five-revisions.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

beforeAll(async () => {
  for (const [text, options] of fiveRevisions) {
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  }
  await server.seen(6);
});

interface Stance {
  position: string;
  citations: { locator: string | null }[];
}
const selection = 'position citations { locator }';
const [first, second, third] = [
  { position: 'OPPOSE', citations: [{ locator: null }] },
  { position: 'LEAN_OPPOSE', citations: [{ locator: 'line 2' }] },
  { position: 'LEAN_OPPOSE', citations: [{ locator: 'line 3' }] },
];

describe.each([
  [1, first],
  [2, second],
  [3, third],
  [6, third],
])('at revision %d the stance and its citations are as they were known then', (asKnownAt, expected) => {
  const question = { asKnownAt, asOf: '2022-04-01' };

  test('by its key', async () => {
    const { stance } = await server.dataOf<{ stance: Stance }>(
      `query ($asKnownAt: Int) { stance(key: "se--nato-sweden--2022-03-08", asKnownAt: $asKnownAt) { ${selection} } }`,
      question,
    );
    expect(stance).toEqual(expected);
  });

  test('in a list', async () => {
    const { stances } = await server.dataOf<{ stances: List<Stance> }>(
      `query ($asKnownAt: Int, $asOf: Date) {
        stances(asKnownAt: $asKnownAt, asOf: $asOf, filter: { parties: ["SE"], propositions: ["nato-sweden"] }) { nodes { ${selection} } }
      }`,
      question,
    );
    expect(stances.nodes).toEqual([expected]);
  });

  test('in a comparison, which names that revision', async () => {
    const { comparison } = await server.dataOf<{
      comparison: { scope: object; rows: List<{ cells: { stance: Stance }[] }> };
    }>(
      `query ($scope: ScopeInput) {
        comparison(parties: ["SE"], scope: $scope) { scope { asKnownAt } rows { nodes { cells { stance { ${selection} } } } } }
      }`,
      { scope: { ...question, propositions: ['nato-sweden'] } },
    );
    expect(comparison.scope).toEqual({ asKnownAt });
    expect(comparison.rows.nodes.map(({ cells }) => cells[0]?.stance)).toEqual([expected]);
  });
});

async function jointDocuments(asKnownAt: number): Promise<string[]> {
  const { comparison } = await server.dataOf<{ comparison: { jointDocuments: List<Keyed> } }>(
    `query ($asKnownAt: Int) {
      comparison(parties: ["CN", "RU"], scope: { asKnownAt: $asKnownAt }) { jointDocuments { nodes { key } } }
    }`,
    { asKnownAt },
  );
  return keysOf(comparison.jointDocuments);
}

test('a document that was not recorded yet, or no longer stands, is not among the joint ones', async () => {
  expect(await jointDocuments(3)).not.toContain('note');
  expect(await jointDocuments(6)).not.toContain('note');
});

test('a document that stood at the revision is among the joint ones, even if it was retired since', async () => {
  expect(await jointDocuments(4)).toContain('note');
});

// A bug: the signatories of a document are always read at the newest revision, whatever the comparison asks.
test('a joint document shows who had signed it as known then', async () => {
  const { comparison } = await server.dataOf<{ comparison: { jointDocuments: List<{ signatories: object[] }> } }>(`{
    comparison(parties: ["CN", "RU"], scope: { asKnownAt: 4 }) {
      jointDocuments(first: 1) { nodes { key signatories { party { key } } } }
    }
  }`);
  expect(comparison.jointDocuments.nodes).toEqual([
    { key: 'note', signatories: [{ party: { key: 'CN' } }, { party: { key: 'RU' } }] },
  ]);
});

// A bug: a stance that was retired is found by its id, but without citations, for these are looked for at the newest revision.
test('a stance that was replaced since is found by its id with the citations that it had', async () => {
  const { stance } = await server.dataOf<{ stance: { id: string } }>(
    '{ stance(key: "se--nato-sweden--2022-03-08", asKnownAt: 1) { id } }',
  );
  const { node } = await server.dataOf<{ node: Stance }>(
    `{ node(id: "${stance.id}") { ... on Stance { ${selection} } } }`,
  );
  expect(node).toEqual(first);
});

// A bug: keys are looked up among what stands now.
test('what was retired since can still be named in a question about the time before', async () => {
  await server.dataOf('{ stances(asKnownAt: 4, inForce: false, filter: { document: "note" }) { totalCount } }');
});

test('a membership is what was known of it', async () => {
  const members = async (asKnownAt: number) => {
    const { party } = await server.dataOf<{ party: { members: List<{ member: Keyed }> } }>(
      'query ($asKnownAt: Int) { party(key: "quad") { members(asKnownAt: $asKnownAt) { nodes { member { key } } } } }',
      { asKnownAt },
    );
    return party.members.nodes.map(({ member }) => member.key);
  };
  expect((await members(5)).toSorted()).toEqual(['AU', 'IN', 'JP', 'US']);
  expect((await members(6)).toSorted()).toEqual(['AU', 'IN', 'US']);
});
