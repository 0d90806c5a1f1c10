import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../../src/agreement/day.ts';
import { inForceOn, selectParties } from '../../../src/agreement/in-force.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { asOf as present } from '../matrix/whole.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, type Measured, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { type Point, questions } from './questions.ts';
import { retireOneInTwenty } from './retire.ts';

const pastDay = '2010-01-01';

/** The present, a past day, and a revision after which one in twenty rows was retired, asked of one snapshot in turns. It changes the ledger. */
export async function past(url: string): Promise<Result[]> {
  note('a past day and a past revision');
  const old = await buildSnapshot(url);
  const revision = await withClient(url, retireOneInTwenty);
  const snapshot = await buildSnapshot(url);
  const now: Point = { asOf: present, asKnownAt: revision };
  const before: Point = { asOf: present, asKnownAt: revision - 1 };
  const parties = mostVotes(snapshot, 5);
  const results: Result[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    if (!isDeepStrictEqual(ask(snapshot, before, parties), ask(old, before, parties)))
      throw new Error(`${name} at the past revision is not what it was`);
    // Another object each time: nothing is remembered, the catalogue of the past neither.
    const asked = (point: Point) => () => timed(() => ask({ ...snapshot }, point, parties));
    const measured = await inTurns(
      { present: asked(now), day: asked({ ...now, asOf: pastDay }), revision: asked(before) },
      { warmUp: 10, rounds: 30 },
    );
    results.push(line(`${name}, a past day`, measured.day, measured.present));
    results.push(line(`${name}, a past revision`, measured.revision, measured.present));
  }
  return results;
}

function line(what: string, then: Measured, now: Measured): Result {
  const ratio = then.median / now.median;
  return {
    what,
    concord: milliseconds(then),
    peer: `the present ${milliseconds(now)}`,
    ratio: times(ratio),
    target: '<= 3x',
    met: ratio <= 3,
  };
}

/** Keys of the parties with the most roll calls. */
function mostVotes({ parties, propositions, stances }: Snapshot, count: number): string[] {
  const selection = selectParties(
    parties.list.map(({ ordinal }) => ordinal),
    parties.list.length,
  );
  const point = { day: dayOf(present), revision: Number.MAX_SAFE_INTEGER };
  const votes = parties.list.map(() => 0);
  for (const { ordinal, kind } of propositions.list) {
    if (kind !== 'ROLL_CALL') continue;
    inForceOn(stances, ordinal, selection, point, () => true).forEach((place, row) => {
      if (place >= 0) votes[row] = (votes[row] as number) + 1;
    });
  }
  const order = parties.list.toSorted((a, b) => (votes[b.ordinal] as number) - (votes[a.ordinal] as number));
  return order.slice(0, count).map(({ key }) => key);
}
