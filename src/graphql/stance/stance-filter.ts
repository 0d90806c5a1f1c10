import { builder } from '../builder.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { RollCallFilter } from '../scope/scope.ts';
import { Basis, Confidence, Position } from './stance-enums.ts';

export const StanceFilter = builder.inputType('StanceFilter', {
  description: 'Selects stances. Omitted fields do not restrict; a stance must match all given fields.',
  fields: (t) => ({
    parties: t.stringList({ description: 'Keys or names of parties; only stances of these parties.' }),
    issues: t.stringList({ description: 'Keys of issues; only stances on propositions about at least one of them.' }),
    propositions: t.stringList({ description: 'Keys of propositions; only stances on these.' }),
    kinds: t.field({
      type: [PropositionKind],
      description: 'Only stances on propositions of these kinds. Default: both.',
    }),
    rollCalls: t.field({ type: RollCallFilter, description: 'Restricts roll calls; does not affect claims.' }),
    positions: t.field({ type: [Position], description: 'Only stances with these positions.' }),
    bases: t.field({ type: [Basis], description: 'Only stances with these bases.' }),
    minimumConfidence: t.field({ type: Confidence, description: 'Only stances of at least this confidence.' }),
    takenFrom: t.field({ type: 'Date', description: 'Only stances taken on or after this day.' }),
    takenBefore: t.field({ type: 'Date', description: 'Only stances taken before this day.' }),
    confirmedSince: t.field({
      type: 'Date',
      description: 'Only stances whose `lastConfirmed` is this day or later.',
    }),
    document: t.string({ description: 'Key of a document; only stances that cite it.' }),
  }),
});
