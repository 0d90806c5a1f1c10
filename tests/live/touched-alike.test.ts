import { expect, test } from 'vitest';
import { touchedBy, touchedRows } from '#comparison/touched.ts';
import { readTouched } from '#ledger/read/touched.ts';
import { readTouchedElsewhere } from '#ledger/read/touched-elsewhere.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');

const changes: readonly (readonly [what: string, from: string, to: string])[] = [
  ['a party', 'name: Türkiye', 'name: Turkey'],
  ['an issue', 'name: Taiwan }', 'name: The Taiwan question }'],
  ['a signatory', 'signed: [CN, RU]', 'signed: [CN, RU, TR]'],
  [
    'a citation',
    '          - { document: treaty, verification: VERIFIED }\n',
    '          - { document: treaty, verification: VERIFIED }\n          - { document: letter, verification: VERIFIED }\n',
  ],
  ['a passage of other parties', 'parties: [CN, RU]', 'parties: [CN, RU, TR]'],
  [
    'a passage that shows another stance',
    '[cn--tw-part--2001-07-16]',
    '[cn--tw-part--2001-07-16, ru--tw-part--2001-07-16]',
  ],
  [
    'a membership',
    'from: 1952-02-18 }',
    'from: 1952-02-18 }\n      - { country: RU, from: 1994-06-22, until: 2002-05-28 }',
  ],
  [
    'a stance',
    '  - key: a-res-1',
    '      - { party: TR, from: 2006-01-01, position: OPPOSE, basis: OWN_STATEMENT, confidence: LOW, citations: [{ document: letter, verification: VERIFIED }] }\n  - key: a-res-1',
  ],
  [
    'a deed',
    'passages:\n',
    'deeds:\n  - { proposition: tw-part, body: UNGA, symbol: A/RES/60/1, sign: 1, reason: It says so., verification: VERIFIED }\npassages:\n',
  ],
];

test('subscriptions, from memory, and webhooks, from the database, find that a revision touched the same', async () => {
  let text = world;
  await say(database, text);
  for (const [what, from, to] of changes) {
    expect(text, what).toContain(from);
    text = text.replace(from, to);
    const outcome = await say(database, text);
    expect(outcome.status, `${what}: ${JSON.stringify(outcome)}`).toBe('REVISED');
  }
  const snapshot = await buildSnapshot(database.url);
  const revisions = await database.prisma.revision.findMany({ orderBy: { number: 'asc' } });
  expect(revisions).toHaveLength(changes.length + 1);
  for (const { number, parts } of revisions) {
    const kinds = Object.keys(parts ?? {});
    const tables = new Set(kinds.map((kind) => kind.split(' ')[0] as string));
    const elsewhere = await readTouchedElsewhere(database.pool, number, tables);
    const touched = touchedBy(
      snapshot,
      number,
      tables,
      elsewhere.map(({ partyId, propositionId }) => ({
        party: partyId === null ? null : (snapshot.parties.byId.get(partyId)?.ordinal ?? null),
        proposition: propositionId === null ? null : (snapshot.propositions.byId.get(propositionId)?.ordinal ?? null),
        issue: null,
      })),
    );
    const rows = touchedRows(snapshot, touched);
    const fromMemory = {
      parties: rows.parties.map((ordinal) => snapshot.parties.list[ordinal]?.key),
      issues: rows.issues.map((ordinal) => snapshot.issues.list[ordinal]?.key),
      propositions: rows.propositions.map((ordinal) => snapshot.propositions.list[ordinal]?.key),
    };
    const everything = { parties: null, issues: null, propositions: null };
    const [found] = await readTouched(database.pool, [{ number, parts: kinds }], everything);
    const { parties, issues, propositions } = found ?? { parties: [], issues: [], propositions: [] };
    expect({ parties, issues, propositions }, changes[number - 2]?.[0]).toEqual(fromMemory);
  }
});
