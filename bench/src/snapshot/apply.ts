import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { nextSnapshot } from '../../../src/snapshot/next-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { milliseconds } from '../run/figures.ts';
import { summary } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { addHundred, correctHundred } from './revise.ts';

const warmUp = 5;
const rounds = 20;

/** Revisions of a hundred stances, in turns added and corrected, and the time in which the snapshot follows. It changes the ledger. */
export async function snapshotApply(url: string): Promise<Result[]> {
  note('revisions of 100 stances');
  let snapshot = await buildSnapshot(url);
  const figures = { added: [] as number[], corrected: [] as number[] };
  await withClient(url, async (client) => {
    for (let round = -warmUp; round < rounds; round++) {
      for (const kind of ['added', 'corrected'] as const) {
        await (kind === 'added' ? addHundred(client, 1 + round + warmUp) : correctHundred(client));
        const start = performance.now();
        const next = await nextSnapshot(client, snapshot);
        if (round >= 0) figures[kind].push(performance.now() - start);
        if (next === null || next.revision !== snapshot.revision + 1) throw new Error('the revision was not applied');
        snapshot = next;
      }
    }
  });
  return (['added', 'corrected'] as const).map((kind) => {
    const measured = summary(figures[kind]);
    return {
      what: `snapshot, applying a revision of 100 stances ${kind}`,
      concord: milliseconds(measured),
      peer: '',
      ratio: '',
      target: '<= 10 ms',
      met: measured.median <= 10,
    };
  });
}
