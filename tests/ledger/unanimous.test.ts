import { beforeAll, expect, test } from 'vitest';
import type { Policy } from '#agreement/policy.ts';
import { agreementIn } from '#comparison/comparison.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { sideBySide, snapshotOf } from './snapshot-of.ts';
import { votesAndClaims } from './votes-and-claims.ts';

const database = useDatabase('migrated');
let snapshot: Snapshot;
beforeAll(async () => {
  await say(database, votesAndClaims);
  snapshot = await snapshotOf(database);
});

const both = { kinds: ['CLAIM', 'ROLL_CALL'] } as const;
const without = { unanimousRollCalls: 'EXCLUDE' } as const;

/** The keys of the roll calls that are left out. */
function leftOut(parties: readonly string[], policy: Partial<Policy>) {
  const { leftOut: columns, propositions } = sideBySide(snapshot, parties, both, policy);
  return propositions
    .filter((_, column) => columns[column] === 1)
    .map((ordinal) => snapshot.propositions.list[ordinal]?.key);
}

test('unanimous is what every country voted alike on, whoever is asked about; absences and blocs aside', () => {
  expect(leftOut(['CN', 'RU'], without)).toEqual(['r-part', 'r-council']);
  expect(leftOut(['CN'], without)).toEqual(['r-part', 'r-council']);
});

test('nothing is left out unless the policy says so', () => {
  expect(leftOut(['CN', 'RU'], {})).toEqual([]);
});

test('a number is made without the unanimous roll calls, and before abstentions are counted as opposed', () => {
  const number = (policy: Partial<Policy>) => agreementIn(sideBySide(snapshot, ['CN', 'RU', 'nato'], both, policy));
  expect(number({ neutral: 'COUNT_AS_OPPOSE' })).toMatchObject({ shared: 2, same: 2, opposite: 2 });
  expect(number({ neutral: 'COUNT_AS_OPPOSE', ...without })).toMatchObject({ shared: 1, same: 1, opposite: 0 });
});
