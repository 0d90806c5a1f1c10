import type { BlocBesideGroup as BesideShape } from '#comparison/structure/blocs-beside.ts';
import type { Party as PartyRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { Party } from '../party/party.ts';
import { PartyGroup } from './party-group.ts';
import { membersOfGroup } from './structure-points.ts';

export const BlocBesideGroup = builder.objectRef<BesideShape>('BlocBesideGroup').implement({
  description: 'A bloc, by its confirmed members of the day, beside the group that is most like it.',
  fields: (t) => {
    const parties = (description: string, choose: (beside: BesideShape) => readonly PartyRow[]) =>
      t.field({
        type: [Party],
        description: `${description}, by key.`,
        extensions: cost({ rows: membersOfGroup }),
        resolve: (beside) => [...choose(beside)],
      });
    return {
      bloc: t.expose('bloc', { type: Party, description: 'The bloc, or another group that has members.' }),
      group: t.expose('group', { type: PartyGroup, description: 'The group with the greatest `jaccard`.' }),
      jaccard: t.exposeFloat('jaccard', {
        description:
          'Parties that are in both over those that are in either, 0 to 1; among the parties of the structure. Jaccard (1912).',
      }),
      adjustedRand: t.exposeFloat('adjustedRand', {
        nullable: true,
        description:
          'How alike two divisions of the parties are, bloc or not and group or not, adjusted for chance: at most 1, 0 = as by chance. Null where chance leaves nothing to find. Hubert & Arabie (1985).',
      }),
      both: parties('Parties that are in both', ({ both }) => both),
      onlyBloc: parties('Members of the bloc that are in another group', ({ onlyBloc }) => onlyBloc),
      onlyGroup: parties('Members of the group that are not in the bloc', ({ onlyGroup }) => onlyGroup),
      absent: parties('Members of the bloc that are not among the parties of the structure', ({ absent }) => absent),
    };
  },
});
