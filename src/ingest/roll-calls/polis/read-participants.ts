import { shown } from '../../read/csv-reader.ts';
import { type FoundMembership, type FoundParty, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import type { Conversation } from './read-summary.ts';

/** The columns of participants-votes.csv; there is one more for each statement. */
export const matrixColumns = {
  required: ['participant', 'group-id', 'n-agree', 'n-disagree'],
  left: ['xid', 'n-comments', 'n-votes'],
  others: /^\d+$/,
} as const;

export interface Participants {
  /** Participants by their number, opinion groups by `groupIdentifier`. */
  readonly parties: Numbered<FoundParty>;
  readonly memberships: readonly FoundMembership[];
}

export const groupIdentifier = (id: string) => `group ${id}`;

/**
 * Reads who took part, and the opinion groups into which Polis put those who voted enough. The groups are as of the export, so the memberships
 * have only the day of the first statement to begin with. `withPeople` leaves out the participants otherwise.
 */
export async function readParticipants(
  source: string,
  { topic }: Conversation,
  file: TableFile,
  firstDay: string,
  withPeople: boolean,
  options: TableOptions,
): Promise<Participants> {
  const parties = new Numbered<FoundParty>('participant', options.problems);
  const groups = new Map<string, string>();
  const members: { readonly id: string; readonly group: string; readonly place: string }[] = [];
  const made = { aliases: [], note: null, addresses: [] };
  await readWhole(
    file,
    matrixColumns,
    ({ field, place }) => {
      const problem = (found: string, expected: string) => options.problems.add({ at: place, found, expected });
      const [id, group] = [field('participant'), field('group-id')];
      if (!/^\d{1,9}$/.test(id)) return problem(shown('participant', id), 'a whole number');
      if (!/^\d{0,2}$/.test(group)) return problem(shown('group-id', group), 'a whole number, or nothing');
      if (withPeople) {
        const key = recordKey(source, 'participant', id);
        parties.add(id, { key, kind: 'PERSON', name: `Participant ${id} of “${topic}”`, ...made, place }, place);
      }
      if (group === '') return;
      if (!groups.has(group)) groups.set(group, place);
      members.push({ id, group, place });
    },
    options,
  );
  for (const [id, place] of [...groups].sort(([a], [b]) => Number(a) - Number(b))) {
    const name = `Group ${letterOf(Number(id))} of “${topic}”`;
    const key = recordKey(source, 'group', id);
    parties.add(groupIdentifier(id), { key, kind: 'GROUP', name, ...made, place }, place);
  }
  const memberships = members.flatMap(({ id, group, place }): FoundMembership[] => {
    const [person, bloc] = [parties.get(id), parties.get(groupIdentifier(group))];
    if (person === undefined || bloc === undefined) return [];
    return [{ group: bloc.key, member: person.key, from: firstDay, until: null, precision: 'APPROXIMATE', place }];
  });
  return { parties, memberships };
}

/** Polis shows the groups 0, 1, 2 … as A, B, C …. */
const letterOf = (group: number) => (group < 26 ? String.fromCharCode(65 + group) : String(group));
