import { beforeAll, describe, expect, test } from 'vitest';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { comeAndGone } from './come-and-gone.ts';
import { type Keyed, keysOf, type List, useServer } from './running-server.ts';

const database = useDatabase('seeded');
const server = useServer(database);

/** After the seed files: added with revision 2, amended with 3, retired with 4, back with 5. */
beforeAll(async () => {
  for (const [text, options] of comeAndGone) {
    expect(await say(database, text, options)).toMatchObject({ status: 'REVISED' });
  }
  await server.seen(5);
});

const stands = [
  [2, 'first'],
  [3, 'second'],
  [5, 'third'],
] as const;
const doesNotStand = [1, 4];

test.each(stands)('at revision %d everything has the words of then', async (asKnownAt, words) => {
  const data = await server.dataOf(
    `query ($r: Int) {
      party(key: "X-OLD", asKnownAt: $r) { name }
      issue(key: "old-issue", asKnownAt: $r) { name summary propositions { nodes { text } } }
      proposition(key: "old-proposition", asKnownAt: $r) { text issues { name } stances { nodes { party { name } } } }
      document(key: "old-document", asKnownAt: $r) {
        title signatories { party { name } } passages { nodes { verb parties { name } document { title } } } stances { totalCount }
      }
      stance(key: "x-old--old-proposition--2020-01-01", asKnownAt: $r) {
        party { name } proposition { text issues { name } } citations { document { title } }
      }
      comparison(parties: ["X-OLD", "CN"], scope: { asKnownAt: $r, propositions: ["old-proposition"], issues: ["old-issue"] }) {
        parties { name } scope { issues { name } propositions { text } }
        rows(verdicts: [UNKNOWN]) { nodes { proposition { text } cells { party { name } } } }
        issues { issue { name } }
      }
    }`,
    { r: asKnownAt },
  );
  const party = { name: `Old ${words}` };
  const issue = { name: `Issue ${words}` };
  const proposition = { text: `What ${words} says holds.` };
  const document = { title: `Document ${words}` };
  expect(data).toEqual({
    party,
    issue: { ...issue, summary: `About ${words}.`, propositions: { nodes: [proposition] } },
    proposition: { ...proposition, issues: [issue], stances: { nodes: [{ party }] } },
    document: {
      ...document,
      signatories: [{ party }],
      passages: { nodes: [{ verb: words, parties: [party], document }] },
      stances: { totalCount: 1 },
    },
    stance: { party, proposition: { ...proposition, issues: [issue] }, citations: [{ document }] },
    comparison: {
      parties: [party, { name: 'China' }],
      scope: { issues: [issue], propositions: [proposition] },
      rows: { nodes: [{ proposition, cells: [{ party }, { party: { name: 'China' } }] }] },
      issues: [{ issue }],
    },
  });
});

const lists = `query ($r: Int) {
  parties(asKnownAt: $r, search: "OLDIE") { nodes { key } }
  issues(asKnownAt: $r) { nodes { key } }
  propositions(asKnownAt: $r, first: 100) { nodes { key } }
  documents(asKnownAt: $r, kinds: [LAW], dateFrom: "2020-01-01", dateBefore: "2020-01-02") { nodes { key } }
  dataset(asKnownAt: $r) { revision counts { countries issues claims stances documents passages } latestRevision { number } }
}`;
interface Lists extends Record<'parties' | 'issues' | 'propositions' | 'documents', List<Keyed>> {
  dataset: { revision: number; counts: Record<string, number>; latestRevision: { number: number } };
}

describe('lists hold what stood at the revision', () => {
  test.each(stands)('at revision %d', async (r) => {
    const data = await server.dataOf<Lists>(lists, { r });
    expect(keysOf(data.parties)).toEqual(['X-OLD']);
    expect(keysOf(data.issues)).toContain('old-issue');
    expect(keysOf(data.propositions)).toContain('old-proposition');
    expect(keysOf(data.documents)).toEqual(['old-document']);
  });

  test.each(doesNotStand)('at revision %d, when nothing of it did', async (r) => {
    const data = await server.dataOf<Lists>(lists, { r });
    expect(keysOf(data.parties)).toEqual([]);
    expect(keysOf(data.issues)).not.toContain('old-issue');
    expect(keysOf(data.propositions)).not.toContain('old-proposition');
    expect(keysOf(data.documents)).toEqual([]);
  });
});

test.each(doesNotStand)('at revision %d the keys name nothing', async (r) => {
  const data = await server.dataOf(
    `query ($r: Int) { party(key: "X-OLD", asKnownAt: $r) { name } issue(key: "old-issue", asKnownAt: $r) { name }
      proposition(key: "old-proposition", asKnownAt: $r) { text } document(key: "old-document", asKnownAt: $r) { title } }`,
    { r },
  );
  expect(data).toEqual({ party: null, issue: null, proposition: null, document: null });
});

test('what was retired at the revision cannot be compared; of what was yet to come nothing was known', async () => {
  const query = `query ($r: Int) { comparison(parties: ["X-OLD", "CN"], scope: { asKnownAt: $r, propositions: ["old-proposition"] }) {
    parties { name } rows(verdicts: [UNKNOWN]) { totalCount } agreement { value reason } } }`;
  expect(await server.errorOf(query, { r: 4 })).toMatchObject({ code: 'UNKNOWN_PROPOSITION' });
  expect(await server.dataOf(query, { r: 1 })).toEqual({
    comparison: {
      parties: [{ name: 'Old first' }, { name: 'China' }],
      rows: { totalCount: 0 },
      agreement: { value: null, reason: 'NO_SHARED_EVIDENCE' },
    },
  });
});

test('the dataset counts what stood, and names the revision', async () => {
  const at = async (r: number) => (await server.dataOf<Lists>(lists, { r })).dataset;
  const [first, second, fourth] = [await at(1), await at(2), await at(4)];
  expect([first.revision, first.latestRevision.number]).toEqual([1, 1]);
  expect(fourth.counts).toEqual(first.counts);
  for (const [name, count] of Object.entries(first.counts)) expect(second.counts[name]).toBe(count + 1);
});

test('who belonged to a bloc on a day is what was known', async () => {
  const { countries } = await server.dataOf<{ countries: List<Keyed> }>(
    '{ countries(memberOf: "nato", asOf: "1950-01-01", asKnownAt: 1) { totalCount nodes { key } } }',
  );
  expect(countries.totalCount).toBe(12);
});
