import { builder } from '../builder.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { Basis, Confidence } from '../stance/stance-enums.ts';
import { RollCallFilter } from './roll-call-filter.ts';

export const ScopeInput = builder.inputType('ScopeInput', {
  description:
    'Selects propositions, stances and time. For each party and proposition the stance in force on `asOf`, as known at `asKnownAt`, is found first; then it is kept if it matches the other fields.',
  fields: (t) => ({
    issues: t.stringList({ description: 'Keys of issues; only propositions about at least one of them.' }),
    propositions: t.stringList({ description: 'Keys of propositions; only these.' }),
    kinds: t.field({
      type: [PropositionKind],
      description:
        'Only propositions of these kinds. Default: CLAIM; ROLL_CALL when `rollCalls` is given; both when `propositions` is given. Claims and roll calls are pooled only when both are named.',
    }),
    rollCalls: t.field({ type: RollCallFilter, description: 'Restricts roll calls; does not affect claims.' }),
    bases: t.field({ type: [Basis], description: 'Only stances with these bases.' }),
    minimumConfidence: t.field({ type: Confidence, description: 'Only stances of at least this confidence.' }),
    takenFrom: t.field({ type: 'Date', description: 'Only stances taken on or after this day.' }),
    takenBefore: t.field({ type: 'Date', description: 'Only stances taken before this day.' }),
    asOf: t.field({ type: 'Date', description: 'The day to query (valid time). Default: today in UTC.' }),
    asKnownAt: t.int({
      description: 'The revision to query (recorded time): what was known then. Default: the newest.',
    }),
  }),
});
