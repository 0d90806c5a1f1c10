import type { Table } from '../charts/table.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { count, decimal } from '../texts/intl.ts';
import { byClarity, type Structure } from './group-cards.tsx';

type Group = Structure['groups'][number];

interface Row {
  readonly group: Group;
  readonly member: Group['members'][number];
}

const words = groupsTexts;

/** Groups as a table, a row for each party: its group, how clearly it belongs to it (its silhouette), and how close the group is. */
export const groupsTable = ({ groups }: Structure): Table<Row> => ({
  rows: groups.flatMap((group) => byClarity(group.members).map((member) => ({ group, member }))),
  columns: [
    { name: 'party_key', label: null, value: ({ member }) => member.party.key },
    { name: 'party_name', label: words.party, value: ({ member }) => member.party.name },
    {
      name: 'group',
      label: words.own,
      value: ({ group }) => group.number,
      shown: ({ group }) => count(group.number),
      isNumber: true,
    },
    {
      name: 'silhouette',
      label: words.clarity,
      value: ({ member }) => member.silhouette,
      shown: ({ member }) => decimal(member.silhouette, 2),
      isNumber: true,
    },
    { name: 'group_size', label: null, value: ({ group }) => group.size },
    { name: 'within', label: null, value: ({ group }) => group.within },
    { name: 'outside', label: null, value: ({ group }) => group.outside },
  ],
});
