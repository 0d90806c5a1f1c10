import { dayOf } from '../../../src/agreement/day.ts';
import { countsAt } from '../../../src/agreement/member-tally.ts';
import { defaultPolicy } from '../../../src/agreement/policy.ts';
import { blocMembersOf } from '../../../src/comparison/bloc-members.ts';
import { blocTallies } from '../../../src/comparison/bloc-tallies.ts';
import { cohesionBySession, groupOfBloc } from '../../../src/comparison/cohesion.ts';
import { type Comparison, compare } from '../../../src/comparison/comparison.ts';
import { propositionsInScope, resolveScope } from '../../../src/comparison/scope.ts';
import { rowAt } from '../../../src/snapshot/catalogue.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { asOf } from '../matrix/whole.ts';
import type { CohesionRow, CountedRow } from './in-sql.ts';

export const blocsOf = ({ parties }: Snapshot) =>
  parties.list.filter(({ kind, retired }) => kind === 'BLOC' && !retired);

const scopeOf = (snapshot: Snapshot) =>
  resolveScope(snapshot, { kinds: ['ROLL_CALL'], asOf: dayOf(asOf) }, { today: dayOf(asOf) });

/** A snapshot of which nothing is remembered. */
export const forgetful = (snapshot: Snapshot): Snapshot => ({ ...snapshot, digests: [...snapshot.digests] });

/** Eight blocs side by side over all roll calls, their positions derived from their members'. */
export const derived = (snapshot: Snapshot): Comparison =>
  compare(snapshot, blocsOf(snapshot), scopeOf(snapshot), defaultPolicy);

/** What the members of every bloc voted on every roll call on which it had any. */
export function counted(snapshot: Snapshot): CountedRow[] {
  const scope = scopeOf(snapshot);
  const propositions = propositionsInScope(snapshot, scope);
  const members = blocsOf(snapshot).map((bloc) => blocMembersOf(snapshot, bloc, scope.asKnownAt));
  const inScope = { propositions, keep: () => true, keepAbsence: () => true };
  return blocTallies(snapshot, members, scope, inScope, defaultPolicy).flatMap((tally, bloc) =>
    propositions.flatMap((ordinal, column) => {
      const { members: many, support, neutral, oppose } = countsAt(tally, column);
      const proposition = rowAt(snapshot.propositions, ordinal).id;
      return many === 0
        ? []
        : [{ bloc: members[bloc]?.bloc.key ?? '', proposition, members: many, support, neutral, oppose }];
    }),
  );
}

/** The mean Agreement Index of every bloc in every session. */
export const cohesionBySessions = (snapshot: Snapshot): CohesionRow[] =>
  blocsOf(snapshot).flatMap((bloc) =>
    cohesionBySession(groupOfBloc(snapshot, bloc, scopeOf(snapshot), defaultPolicy)).map(({ of, cohesion }) => ({
      bloc: bloc.key,
      session: of.session,
      propositions: cohesion.propositions,
      index: cohesion.agreementIndex.value ?? Number.NaN,
    })),
  );
