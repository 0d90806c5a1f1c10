import { beforeAll, describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '#agreement/day.ts';
import { comparisonChanges } from '#comparison/comparison-changes.ts';
import { comparisonRows, sinceOf } from '#comparison/comparison-rows.ts';
import type { ScopeRequest } from '#comparison/scope.ts';
import { catalogue } from '#snapshot/catalogue.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { sideBySide, snapshotOf } from './snapshot-of.ts';

const stance = (party: string, from: string, position: string) => `
      - party: ${party}
        from: ${from}
        position: ${position}
        basis: OWN_STATEMENT
        confidence: HIGH
        citations: [{ document: d, verification: VERIFIED }]`;

/** A bloc of three, which a fourth joins in 2010 and the first leaves in 2015. China and India always support the claim, Russia opposes it at first. */
const world = (since: string) => `
countries:
  - { key: CN, name: China }
  - { key: RU, name: Russia }
  - { key: IN, name: India }
  - { key: BR, name: Brazil }
  - { key: US, name: United States }
blocs:
  - key: club
    name: Club
    members:
      - { country: CN, from: ${since}, until: 2015-01-01 }
      - { country: RU, from: 2000-01-01 }
      - { country: IN, from: 2000-01-01 }
      - { country: BR, from: 2010-01-01 }
issues:
  - { key: one, name: One }
documents:
  - { key: d, title: D, kind: TREATY, date: 2000-01-01, verification: VERIFIED }
propositions:
  - key: c
    issues: [one]
    text: A claim.
    stances:${stance('US', '1990-01-01', 'SUPPORT')}${stance('CN', '2001-01-01', 'SUPPORT')}${stance('IN', '2002-01-01', 'SUPPORT')}${stance('RU', '2003-01-01', 'OPPOSE')}${stance('RU', '2012-01-01', 'SUPPORT')}${stance('BR', '2003-01-01', 'OPPOSE')}
`;

const database = useDatabase('migrated');
let snapshot: Snapshot;
beforeAll(async () => {
  await say(database, world('2000-01-01'));
  snapshot = await snapshotOf(database);
});

function verdictOn(day: string, scope: ScopeRequest = {}) {
  const [row] = comparisonRows(sideBySide(snapshot, ['club', 'US'], { ...scope, asOf: dayOf(day) }));
  const since = row && sinceOf(row);
  return [row?.verdict, since && dateOf(since.day), since?.isFirstKnown];
}

describe('since when a bloc and a country agree', () => {
  test('begins when enough members have spoken, where the record of these begins', () => {
    expect(verdictOn('2001-06-01')).toEqual(['UNKNOWN', null, undefined]); // one of three
    expect(verdictOn('2002-06-01')).toEqual(['AGREE', '2002-01-01', true]);
  });

  test('is not reset by a member that stands apart while the majority stays', () => {
    expect(verdictOn('2009-12-31')).toEqual(['AGREE', '2002-01-01', true]);
  });

  test('ends when a member comes whose position makes a tie, and begins anew when one turns', () => {
    expect(verdictOn('2010-01-01')).toEqual(['UNKNOWN', null, undefined]); // two against two
    expect(verdictOn('2012-06-01')).toEqual(['AGREE', '2012-01-01', false]);
  });

  test('is not reset by one that leaves while the majority stays', () => {
    expect(verdictOn('2016-01-01')).toEqual(['AGREE', '2012-01-01', false]);
  });
});

test('since has held whenever the verdict of the days between is computed anew', () => {
  const days = Array.from({ length: 17 * 4 }, (_, quarter) => dateOf(dayOf('2000-01-01') + quarter * 91));
  for (const day of days) {
    const [verdict, since] = verdictOn(day);
    if (verdict === 'UNKNOWN') continue;
    for (const between of days.filter((other) => other >= (since as string) && other <= day))
      expect([day, between, verdictOn(between)[0]]).toEqual([day, between, verdict]);
    const before = dateOf(dayOf(since as string) - 1);
    expect(verdictOn(before)[0]).not.toBe(verdict);
  }
});

describe('what changed', () => {
  const between = (from: string, to: string, depth: 'POSITION' | 'STANCE') => {
    const at = (day: string) => sideBySide(snapshot, ['club', 'US'], { asOf: dayOf(day) });
    return comparisonChanges(at(from), at(to), depth, () => false).map(({ before, after, cells }) => ({
      verdicts: [before.verdict, after.verdict],
      parties: cells.map(({ party }) => party),
      members: cells.map((cell) => [cell.before.derivation()?.counts.spoke, cell.after.derivation()?.counts.spoke]),
    }));
  };

  test('a member that joins may change the position of its bloc', () => {
    expect(between('2009-12-31', '2010-01-01', 'POSITION')).toEqual([
      { verdicts: ['AGREE', 'UNKNOWN'], parties: [0], members: [[3, 4]] },
    ]);
  });

  test('the same position of other members is a change of stances, not of position', () => {
    expect(between('2014-12-31', '2015-01-01', 'POSITION')).toEqual([]);
    expect(between('2014-12-31', '2015-01-01', 'STANCE')).toMatchObject([{ parties: [0], members: [[4, 3]] }]);
  });
});

test('members are those that were known at the revision', async () => {
  await say(database, world('2002-07-01'));
  const corrected = await snapshotOf(database);
  const verdict = (asKnownAt: number) => {
    const scope = { asOf: dayOf('2002-06-01'), asKnownAt };
    const { matrix } = sideBySide(corrected, ['club', 'US'], scope);
    return matrix.cells[0];
  };
  expect(verdict(1)).toBe(2); // China and India of three
  expect(verdict(corrected.revision)).toBe(2); // India of two
  const spoke = (asKnownAt: number) =>
    comparisonChanges(
      sideBySide(corrected, ['club'], { asOf: dayOf('2002-06-01'), asKnownAt }),
      sideBySide(corrected, ['club'], { asOf: dayOf('2002-07-01'), asKnownAt }),
      'STANCE',
      () => false,
    ).map(({ cells }) =>
      cells.map((cell) => [cell.before, cell.after].map((then) => then.derivation()?.counts.members)),
    );
  expect(spoke(1)).toEqual([]);
  expect(spoke(corrected.revision)).toEqual([[[2, 3]]]);
});

test('a group of persons has the positions of its members as a bloc has those of its countries', () => {
  const kinds = { BLOC: 'GROUP', COUNTRY: 'PERSON', GROUP: 'GROUP', PERSON: 'PERSON' } as const;
  const list = snapshot.parties.list.map((party) => ({ ...party, kind: kinds[party.kind] }));
  const ofPersons = { ...snapshot, parties: catalogue(list) };
  for (const day of ['2001-06-01', '2002-06-01', '2010-01-01', '2016-01-01']) {
    const at = (ledger: Snapshot) => sideBySide(ledger, ['club', 'US'], { asOf: dayOf(day) }).matrix.cells;
    expect([day, ...at(ofPersons)]).toEqual([day, ...at(snapshot)]);
  }
  expect(sideBySide(ofPersons, ['club', 'US'], { asOf: dayOf('2002-06-01') }).matrix.cells[0]).toBe(2);
});
