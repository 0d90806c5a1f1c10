import { dayOf } from '../../../src/agreement/day.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { distancesOf } from '../../../src/agreement/structure/agreement-square.ts';
import { groupsOf } from '../../../src/agreement/structure/groups.ts';
import { compare } from '../../../src/comparison/comparison.ts';
import { resolveScope } from '../../../src/comparison/scope.ts';
import { allCountries } from '../../../src/comparison/speaking-parties.ts';
import { mapOf, structureOf } from '../../../src/comparison/structure/structure.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { asOf } from '../matrix/whole.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, type Measured, ratioOf, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { isPythonThere, withPython } from './python-peer.ts';

const question = { groups: null, dimensions: 2, minimumHeld: 0.3 };
const rounds = { warmUp: 40, rounds: 60 };

/** The structure of all countries over one session, or over all of them; made anew. */
function structureIn(snapshot: Snapshot, sessions?: readonly number[]) {
  const request = { rollCalls: { bodies: ['UNGA'], sessions }, asOf: dayOf(asOf) };
  const scope = resolveScope(snapshot, request, { today: dayOf(asOf) });
  return structureOf(compare(snapshot, allCountries(snapshot), scope, defaultPolicy), question);
}

/** Maps and groups of all countries: from the snapshot and from the ready matrix, against numpy and scipy on the ready matrix. */
export async function structureBeside(url: string): Promise<Result[]> {
  note('maps and groups, and the same by numpy and scipy');
  const snapshot = await buildSnapshot(url);
  const session = structureIn(snapshot, [74]);
  const square = distancesOf(session.agreement);
  const count = session.parties.length;
  const ours = {
    map: () => timed(() => mapOf(structureIn(snapshot, [74]))),
    ready: () => timed(() => mapOf({ ...session })),
    whole: () => timed(() => mapOf(structureIn(snapshot))),
    groups: () => timed(() => groupsOf(square, null)),
  };
  const what = {
    map: `map of ${count} countries over one session, from the snapshot to coordinates`,
    ready: 'the same from the ready matrix',
    whole: 'map of all countries over all sessions, from the snapshot to coordinates',
    groups: `groups of ${count} countries, with the silhouettes of 2 to 8`,
  };
  if (!isPythonThere()) {
    note(
      'structure: /usr/bin/python3 has no numpy and scipy (packages python3-numpy and python3-scipy), so there is no peer',
    );
    const alone = await inTurns(ours, rounds);
    const names = Object.keys(ours) as (keyof typeof ours)[]; // a plain object has no other keys
    return names.map((name) => ({
      ...row(what[name], alone[name]),
      peer: 'not there',
      ratio: '',
      target: '',
      met: null,
    }));
  }
  return withPython(square, async (run) => {
    const turns = await inTurns({ ...ours, eigh: () => run('eigh'), linkage: () => run('linkage') }, rounds);
    const beside = (name: keyof typeof ours, peer: 'eigh' | 'linkage', hasTarget: boolean): Result => {
      const ratio = ratioOf(turns[name], turns[peer]);
      return {
        ...row(what[name], turns[name]),
        peer: `${peer === 'eigh' ? 'numpy eigh' : 'scipy linkage'} ${milliseconds(turns[peer])}`,
        ratio: times(ratio),
        target: hasTarget ? '<= 2x' : '',
        met: hasTarget ? ratio <= 2 : null,
      };
    };
    return [
      beside('map', 'eigh', true),
      beside('ready', 'eigh', false),
      beside('whole', 'eigh', false),
      beside('groups', 'linkage', true),
    ];
  });
}

const row = (what: string, measured: Measured) => ({ what, concord: milliseconds(measured) });
