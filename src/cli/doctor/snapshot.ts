import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import { buffersOf } from '#snapshot/snapshot-data.ts';
import { type Finding, ok } from './finding.ts';

/** Checks that the snapshot from which a server answers can be built, and says how long that takes and how large it is. */
export async function checkSnapshot(url: string): Promise<Finding> {
  const begun = performance.now();
  const { revision, stances, absences } = await buildSnapshot(url);
  const ms = Math.round(performance.now() - begun);
  const bytes = buffersOf({ stances, absences }).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const count = stances.length.toLocaleString('en');
  const size = `${count} stances, ${bytes.toLocaleString('en')} bytes in columns`;
  return ok('snapshot', `Revision ${revision} was built in ${ms} ms: ${size}.`);
}
