import { isDay, shown, wholeNumber } from '../../read/csv-reader.ts';
import { dayAfter } from '../bodies/days.ts';
import type { FoundMembership, FoundParty, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { membershipColumns } from './columns.ts';
import { groupIdentifier } from './read-people.ts';

export interface Memberships {
  readonly memberships: readonly FoundMembership[];
  /** The terms of the Parliament with their first days, as far as the files tell: that of the first membership in them. The latest first. */
  readonly terms: readonly (readonly [term: number, from: string])[];
}

/** Reads who belonged to which political group. `end_date` is the last day in it. */
export async function readMemberships(
  files: readonly TableFile[],
  parties: Numbered<FoundParty>,
  options: TableOptions,
): Promise<Memberships> {
  const { problems } = options;
  const memberships: FoundMembership[] = [];
  const terms = new Map<number, string>();
  for (const file of files) {
    await readWhole(
      file,
      membershipColumns,
      ({ field, place }) => {
        const problem = (found: string, expected: string) => problems.add({ at: place, found, expected });
        const [from, last] = [field('start_date'), field('end_date')];
        const term = wholeNumber(field('term'), 3);
        const member = parties.get(field('member_id'));
        const group = parties.get(groupIdentifier(field('group_code')));
        if (term === null) problem(shown('term', field('term')), 'the number of a parliamentary term');
        if (!isDay(from)) problem(shown('start_date', from), 'a day, such as 2019-07-02');
        if (last !== '' && !isDay(last)) problem(shown('end_date', last), 'a day, or nothing');
        if (member === undefined) problem(shown('member_id', field('member_id')), 'one of members.csv');
        if (group === undefined) problem(shown('group_code', field('group_code')), 'one of groups.csv');
        if (term === null || !isDay(from) || (last !== '' && !isDay(last)) || !member || !group) return;
        const until = last === '' ? null : dayAfter(last);
        if (until !== null && until <= from)
          return problem(`from ${from} to ${last}`, 'an end that is not before the start');
        memberships.push({ group: group.key, member: member.key, from, until, precision: 'DAY', place });
        const first = terms.get(term);
        if (first === undefined || from < first) terms.set(term, from);
      },
      options,
    );
  }
  return { memberships, terms: [...terms].sort(([a], [b]) => b - a) };
}
