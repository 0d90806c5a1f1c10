import { builder } from '../builder.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { Basis, Confidence } from '../stance/stance-enums.ts';
import { RollCallFilter } from './roll-call-filter.ts';

export const ScopeInput = builder.inputType('ScopeInput', {
  description:
    'Which propositions, which stances, which time. First the stance in force on `asOf` as known at `asKnownAt` is found; then it is kept if it fits.',
  fields: (t) => ({
    issues: t.stringList({ description: 'Keys of issues: only propositions about any of these.' }),
    propositions: t.stringList({ description: 'Keys of propositions: only these.' }),
    kinds: t.field({
      type: [PropositionKind],
      description:
        'Only these kinds. Default: claims; roll calls when `rollCalls` is given; both when `propositions` is given. Claims and roll calls are pooled only when both are named.',
    }),
    rollCalls: t.field({ type: RollCallFilter, description: 'Which roll calls; says nothing about claims.' }),
    bases: t.field({ type: [Basis], description: 'Only stances on these bases.' }),
    minimumConfidence: t.field({ type: Confidence, description: 'Only stances of this confidence or higher.' }),
    takenFrom: t.field({ type: 'Date', description: 'Only stances taken on this day or later.' }),
    takenBefore: t.field({ type: 'Date', description: 'Only stances taken before this day.' }),
    asOf: t.field({ type: 'Date', description: 'The day to ask about (valid time); default: today in UTC.' }),
    asKnownAt: t.int({ description: 'The revision to ask (recorded time): what was known then. Default: the newest.' }),
  }),
});
