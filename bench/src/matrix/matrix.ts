import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { milliseconds, seconds, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { requireSameNumbers, selfJoin } from './self-join.ts';
import { wholeMatrix } from './whole.ts';

/** All countries over all roll calls: Concord's computation against the self-join that gives the same numbers. */
export async function matrix(url: string): Promise<Result[]> {
  note('matrix of all countries, and the SQL self-join');
  const snapshot = await buildSnapshot(url);
  return withClient(url, async (client) => {
    const pairs = requireSameNumbers(wholeMatrix(snapshot), await selfJoin(client));
    // Every computation is of a comparison of its own, so nothing is remembered.
    const ours = await inTurns({ concord: () => timed(() => wholeMatrix(snapshot)) }, { warmUp: 10, rounds: 30 });
    const turns = await inTurns(
      { concord: () => timed(() => wholeMatrix(snapshot)), sql: () => timed(() => selfJoin(client)) },
      { warmUp: 0, rounds: 3 },
    );
    const what = `agreementMatrix, ${pairs.toLocaleString('en-US')} pairs over all roll calls`;
    const ratio = turns.sql.median / ours.concord.median;
    return [
      {
        what,
        concord: milliseconds(ours.concord),
        peer: `SQL self-join ${seconds(turns.sql)}`,
        ratio: times(ratio),
        target: '>= 250x',
        met: ratio >= 250,
      },
      {
        what: 'the same, computation alone',
        concord: milliseconds(ours.concord),
        peer: '',
        ratio: '',
        target: '<= 50 ms',
        met: ours.concord.median <= 50,
      },
    ];
  });
}
