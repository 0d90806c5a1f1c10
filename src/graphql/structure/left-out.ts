import { type LeftOut as LeftOutShape, leftOutReasons } from '#comparison/structure/structure.ts';
import { builder, describedValues } from '../builder.ts';
import { Party } from '../party/party.ts';

const LeftOutReason = builder.enumType('StructureLeftOutReason', {
  description: 'Why a party is in no group or on no map.',
  values: describedValues(leftOutReasons),
});

export const LeftOutParty = builder.objectRef<LeftOutShape>('LeftOutParty').implement({
  description: 'A party that was left out.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The party that was left out.' }),
    reason: t.expose('reason', { type: LeftOutReason, description: 'Why it was left out.' }),
    held: t.exposeInt('held', { description: 'How many positions it holds in scope that count.' }),
    known: t.exposeInt('known', {
      description: 'With how many of the parties that were left when it was left out it has a value.',
    }),
    others: t.exposeInt('others', { description: 'How many other parties were left then.' }),
  }),
});
