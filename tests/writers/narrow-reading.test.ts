import * as fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDocument, amendDocument } from '#ledger/write/documents.ts';
import { addMembership, addParty, amendMembership, amendParty } from '#ledger/write/parties.ts';
import { amendPassage, recordPassages } from '#ledger/write/passages.ts';
import { readLiveLedger } from '#ledger/write/proposal.ts';
import { addIssue, addProposition, amendIssue, amendProposition } from '#ledger/write/propositions.ts';
import { namedPropositions, readNamed } from '#ledger/write/read-named.ts';
import { correctStance, recordStances, retractStance } from '#ledger/write/stances.ts';
import { type Change, compareChange, write } from '#ledger/write/write.ts';
import { atOneMoment } from '#postgres/transaction.ts';
import { say } from '../ingest/say.ts';
import { world } from '../ingest/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('migrated');
// It does not look anew where the database is, before and after each write, and plans each statement once.
let pool: Pool;
beforeAll(async () => {
  await say(database, world);
  pool = new Pool({
    connectionString: database.url,
    max: 2,
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
  });
  pool.on('error', () => {}); // `end` does not wait for the server, which may be told first that the database is dropped
});
afterAll(() => pool.end());

const by = { author: 'tester', source: 'tester', message: 'a test' };

// Mostly what there is; some in another case, by another name, or not at all.
const often = <Value>(usual: readonly Value[], ...rare: readonly Value[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const party = often(['CN', 'RU', 'TR'], 'nato', 'cn', 'China', 'XX');
const proposition = often(['tw-part', 'tw-force', 'a-res-1'], 'claim-1', 'tw-parts');
const document = often(['treaty', 'letter'], 'paper-1', 'lettre');
const issue = often(['taiwan'], 'issue-1', 'taiwam');
const passage = often(['treaty-5'], 'passage-1', 'passage-2');
const day = often(['2001-07-16', '2005-03-14', '2006-01-01'], '2030-02-03', '1999-01-01');
const stanceKey = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('cn--tw-part--2001-07-16', 'ru--tw-part--2001-07-16', 'cn--tw-force--2005-03-14'),
  },
  { weight: 8, arbitrary: fc.tuple(party, proposition, day).map(([a, b, c]) => `${a.toLowerCase()}--${b}--${c}`) },
  { weight: 1, arbitrary: fc.constantFrom('CN--tw-part--2001-07-16', 'cn--tw-part--2001-13-45', 'tw-part') },
);
const some = <Value>(arbitrary: fc.Arbitrary<Value>, most = 2) => fc.array(arbitrary, { maxLength: most });
const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const citation = fc.record({
  document,
  role: fc.constantFrom('PRIMARY' as const, 'CARRIER' as const),
  locator: fc.constantFrom(null, 'para 5', 'para 6'),
  keyPhrase: often([null, 'a part'], 'a b c d e f g h i'),
  verification: fc.constant('VERIFIED' as const),
  verifiedAt: fc.constant(null),
  verifiedIn: fc.constant(null),
  verifiedAgainst: often<string | null>([null, 'letter'], 'treaty', 'lettre'),
});
const position = fc.constantFrom('SUPPORT' as const, 'NEUTRAL' as const, 'LEAN_OPPOSE' as const);
const basis = often(['OWN_STATEMENT' as const, 'CO_SIGNATURE' as const], 'VOTE' as const);
const stance = fc.record({
  row: fc.record({
    party,
    proposition,
    heldFrom: day,
    position,
    heldFromPrecision: fc.constant('DAY' as const),
    heldUntil: often<string | null>([null], '2004-01-01'),
    basis,
    confidence: fc.constantFrom('HIGH' as const, 'LOW' as const),
    tier: fc.constant('CORE' as const),
    changeKind: fc.constant(null),
    verb: fc.constant(null),
    rationale: fc.constantFrom(null, 'It said so.'),
  }),
  citations: fc.oneof(fc.array(citation, { minLength: 1, maxLength: 2 }), some(citation)),
});
const issueRow = fc.record({
  key: issue,
  name: fc.constantFrom('Taiwan', 'Strait'),
  summary: fc.constant(null),
  tier: fc.constant('CORE' as const),
});
const partyRow = fc.record({
  key: often(['X-NEW', 'CN'], 'Cn', 'x-new'),
  kind: fc.constant('COUNTRY' as const),
  iso3: fc.constant(null),
  name: fc.constantFrom('China', 'New'),
  aliases: fc.constant([]),
  founded: fc.constant(null),
  note: fc.constant(null),
  verification: fc.constant(null),
  addresses: fc.constant([]),
});
const documentRow = fc.record({
  key: document,
  title: fc.constantFrom('Letter', 'Paper'),
  publisher: fc.constant(null),
  kind: fc.constant('DIPLOMATIC_NOTE' as const),
  date: fc.constant('2005-01-01'),
  precision: fc.constant('DAY' as const),
  symbol: fc.constant(null),
  meeting: fc.constant(null),
  draft: fc.constant(null),
  addresses: fc.constant([]),
  verification: fc.constant('VERIFIED' as const),
  note: fc.constant(null),
});
const signatory = fc.record({ party, role: fc.constant('SIGNED' as const), date: fc.constant(null) });
const membershipKey = fc.record({ bloc: often(['nato'], 'CN', 'NATO'), member: party, from: day });
const membershipRow = fc
  .record({ key: membershipKey, until: often<string | null>([null], '2004-01-01', '2040-01-01') })
  .map(({ key, until }) => ({
    ...key,
    until,
    precision: 'DAY' as const,
    status: 'CONFIRMED' as const,
    role: 'MEMBER' as const,
    note: null,
  }));
const passageRow = fc.record({
  key: passage,
  document,
  locator: fc.constantFrom('article 5', 'article 6'),
  speaker: fc.constant(null),
  verb: fc.constant(null),
  keyPhrase: fc.constant(null),
  kind: fc.constant('POSITION' as const),
  note: fc.constant(null),
});

const request: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: some(stance, 3).map(recordStances) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        stance: stanceKey,
        changes: fc.record({
          party: perhaps(party),
          proposition: perhaps(proposition),
          heldFrom: perhaps(day),
          position: perhaps(position),
          basis: perhaps(basis),
        }),
        citations: perhaps(some(citation)),
      })
      .map(correctStance),
  },
  { weight: 3, arbitrary: some(stanceKey).map(retractStance) },
  {
    weight: 3,
    arbitrary: some(fc.record({ row: passageRow, parties: some(party), stances: some(stanceKey) })).map(recordPassages),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        key: passage,
        changes: fc.record({ document: perhaps(document) }),
        parties: perhaps(some(party)),
        stances: perhaps(some(stanceKey)),
      })
      .map(({ key, ...amendment }) => amendPassage(key, amendment)),
  },
  fc.tuple(documentRow, some(signatory)).map(([row, by]) => addDocument(row, by)),
  fc
    .tuple(document, fc.constantFrom('A title', 'Another'), perhaps(some(signatory)))
    .map(([key, title, by]) => amendDocument(key, { title }, by)),
  fc
    .tuple(often(['claim-1'], 'tw-part', 'a-res-1'), some(issue))
    .map(([key, about]) => addProposition({ key, text: 'It is so.', note: null }, about)),
  fc
    .tuple(proposition, fc.constantFrom('Text.', 'Other text.'), perhaps(some(issue)))
    .map(([key, text, about]) => amendProposition(key, { text }, about)),
  issueRow.map(addIssue),
  fc.tuple(issue, fc.constantFrom('A', 'B')).map(([key, name]) => amendIssue(key, { name })),
  partyRow.map(addParty),
  fc.tuple(party, fc.constantFrom('A', 'B')).map(([key, name]) => amendParty(key, { name })),
  membershipRow.map(addMembership),
  fc
    .tuple(membershipKey, perhaps(day), perhaps(day))
    .map(([key, from, until]) => amendMembership(key, { from, until })),
);

test('a refusal names what somebody may have meant, of all the ledger', async () => {
  const outcome = await write(pool, amendParty('Rusia', { note: 'A note.' }), {
    by,
    idempotency: null,
    baseRevision: null,
  });
  const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
  expect(problems).toMatchObject([{ at: 'input.key', expected: expect.stringContaining('RU') }]);
});

test('what a write names is enough to work it out and to judge it: all of the ledger says the same', async () => {
  const found = { WRITTEN: 0, REFUSED: 0, CHANGED_SINCE: 0 };
  const tell = fc.asyncProperty(
    fc.array(fc.tuple(request, fc.nat(4)), { minLength: 4, maxLength: 12 }),
    async (wanted) => {
      for (const [change, back] of wanted) {
        const { narrow, whole, options } = await plannedBothWays(change, back);
        if ('status' in whole && whole.status === 'REFUSED') expect(narrow).toMatchObject({ status: 'REFUSED' });
        else expect(writtenBy(narrow)).toEqual(writtenBy(whole));
        const outcome = await write(pool, change, options);
        if ('status' in whole) expect(outcome).toEqual(whole);
        else expect(outcome).toMatchObject({ status: 'WRITTEN', changed: Object.keys(whole.difference).length > 0 });
        found[outcome.status as keyof typeof found]++;
      }
    },
  );
  await fc.assert(tell, { numRuns: 40 });
  expect(Math.min(...Object.values(found))).toBeGreaterThan(0); // else it shows nothing
}, 120_000);

/** Without what an import says of the rows that its source holds. */
const writtenBy = (made: Awaited<ReturnType<typeof compareChange>>) =>
  'status' in made ? made : { base: made.base, difference: made.difference, problems: made.problems };

/** What a write would do, by what it names and by the whole ledger, as somebody who saw the revision so many before the last. */
async function plannedBothWays(change: Change, back: number) {
  const client = await pool.connect();
  try {
    return await atOneMoment(client, async () => {
      const live = await readLiveLedger(client, namedPropositions(change.names), null);
      const baseRevision = back === 0 ? null : Math.max(0, live.revision - back + 1);
      const options = { by, idempotency: null, baseRevision };
      const whole = await compareChange(client, live, change, options);
      const narrow = await compareChange(client, await readNamed(client, change.names), change, options);
      return { narrow, whole, options };
    });
  } finally {
    client.release();
  }
}
