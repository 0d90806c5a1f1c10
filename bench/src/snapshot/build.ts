import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { withClient } from '../ledger/server.ts';
import { milliseconds, short, times } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { bytesOfStances } from './bytes.ts';
import { copyToNowhere } from './copy-out.ts';

/** Size of the snapshot, and the time that it takes to build it from nothing. */
export async function snapshotBuild(url: string): Promise<Result[]> {
  note('snapshot build, and COPY');
  const { stances } = await buildSnapshot(url);
  const bytes = bytesOfStances(stances) / stances.length;
  const measured = await withClient(url, (client) =>
    inTurns(
      {
        concord: () => timed(() => buildSnapshot(url)),
        copy: () => timed(() => copyToNowhere(client, 'stance')),
      },
      { warmUp: 1, rounds: 5 },
    ),
  );
  const ratio = measured.concord.median / measured.copy.median;
  return [
    {
      what: `snapshot of ${stances.length.toLocaleString('en-US')} stances, bytes a stance`,
      concord: short(bytes),
      peer: '',
      ratio: '',
      target: '<= 32',
      met: bytes <= 32,
    },
    {
      what: 'snapshot, full build',
      concord: milliseconds(measured.concord),
      peer: `COPY stance TO STDOUT ${milliseconds(measured.copy)}`,
      ratio: times(ratio),
      target: '<= 2x',
      met: ratio <= 2,
    },
  ];
}
