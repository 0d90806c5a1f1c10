import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { allCountries } from '../../../src/comparison/speaking-parties.ts';
import { partyGroups } from '../../../src/comparison/structure/party-groups.ts';
import { structureSeries } from '../../../src/comparison/structure/structure-series.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { asOf } from '../matrix/whole.ts';
import { milliseconds } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';

const mostMilliseconds = 1_500;

/** Map and groups of all countries in every session, aligned. */
function allSessions(snapshot: Snapshot) {
  const forgetful = { ...snapshot };
  const request = { rollCalls: { bodies: ['UNGA'] }, asOf: dayOf(asOf) };
  const scope = resolveScope(forgetful, request, { today: dayOf(asOf) });
  const parties = allCountries(forgetful);
  const asked = { snapshot: forgetful, parties, unit: 'SESSION', from: null, scope, policy: defaultPolicy } as const;
  const series = structureSeries(asked, { groups: null, dimensions: 2, minimumHeld: 0.3 });
  for (const { structure } of series.periods) partyGroups(structure);
  return series;
}

/** The structure of every session, from the snapshot, nothing remembered. */
export async function structureOfSessions(url: string): Promise<Result[]> {
  note('structures of all sessions');
  const snapshot = await buildSnapshot(url);
  const { periods } = allSessions(snapshot);
  const { concord } = await inTurns({ concord: () => timed(() => allSessions(snapshot)) }, { warmUp: 1, rounds: 7 });
  return [
    {
      what: `structureSeries of ${periods.length} sessions with their groups, from the snapshot`,
      concord: milliseconds(concord),
      peer: '',
      ratio: '',
      target: `<= ${mostMilliseconds} ms`,
      met: concord.median <= mostMilliseconds,
    },
  ];
}
