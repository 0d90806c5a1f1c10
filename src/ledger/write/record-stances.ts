import { stance } from '../tables/stance.ts';
import { rowKey } from '../tables/table.ts';
import { propose, standsAlready } from './add-row.ts';
import type { ChangeRequest } from './change.ts';
import { citationRows, keyFields, type StanceSaid, sayTheSame } from './stance-said.ts';
import { stanceStanding } from './standing-stance.ts';

/** Adds stances. One that stands already changes nothing if it says the same, and is a problem if it does not. */
export const recordStances = (stances: readonly StanceSaid[]): ChangeRequest => ({
  names: {
    stance: stances.map(({ row }) => keyFields(row)),
    document: new Set(stances.flatMap(({ citations }) => citations.map(({ document }) => document))),
  },
  propose(change, live) {
    for (const [place, said] of stances.entries()) {
      const at = `input.stances[${place}]`;
      const standing = stanceStanding(live, keyFields(said.row));
      if (standing !== null && !sayTheSame(standing, said)) {
        change.problems.push(standsAlready('stance', rowKey(stance, said.row), at, 'correctStance'));
      }
      propose(change, 'stance', said.row, at);
      for (const row of citationRows(said)) propose(change, 'citation', row, `${at}.citations[${row.ordinal}]`);
    }
  },
});
