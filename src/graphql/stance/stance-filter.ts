import { builder } from '../builder.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { RollCallFilter } from '../scope/roll-call-filter.ts';
import { Basis, Confidence, Position } from './stance-enums.ts';

export const StanceFilter = builder.inputType('StanceFilter', {
  description: 'Which stances. What is left out does not matter; what is given must all fit.',
  fields: (t) => ({
    parties: t.stringList({ description: 'Keys of parties: only of any of these.' }),
    issues: t.stringList({ description: 'Keys of issues: only on propositions about any of these.' }),
    propositions: t.stringList({ description: 'Keys of propositions: only on any of these.' }),
    kinds: t.field({ type: [PropositionKind], description: 'Only on propositions of these kinds; default: both.' }),
    rollCalls: t.field({ type: RollCallFilter, description: 'Which roll calls; says nothing about claims.' }),
    positions: t.field({ type: [Position], description: 'Only these positions.' }),
    bases: t.field({ type: [Basis], description: 'Only on these bases.' }),
    minimumConfidence: t.field({ type: Confidence, description: 'Only of this confidence or higher.' }),
    takenFrom: t.field({ type: 'Date', description: 'Only held from this day or later.' }),
    takenBefore: t.field({ type: 'Date', description: 'Only held from days before this one.' }),
    document: t.string({ description: 'Key of a document: only stances that it shows.' }),
  }),
});
