import { cleaned, shown } from '../../read/csv-reader.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { memberColumns } from './columns.ts';
import { chambers, isChamber, numberIn } from './congress.ts';
import { Roster } from './roster.ts';

/** Reads who sat in which chamber of which Congress, for which party. */
export async function readMembers(files: readonly TableFile[], options: TableOptions): Promise<Roster> {
  const { problems } = options;
  const roster = new Roster(problems);
  for (const file of files) {
    await readWhole(
      file,
      memberColumns,
      (record) => {
        const { place, field } = record;
        const congress = numberIn(record, 'congress', 3, problems);
        const icpsr = numberIn(record, 'icpsr', 5, problems);
        const party = numberIn(record, 'party_code', 4, problems);
        const name = cleaned(field('bioname'));
        const chamber = field('chamber');
        const isKnown = isChamber(chamber) || chamber === 'President';
        if (name === null) problems.add({ at: place, found: shown('bioname', ''), expected: 'a name' });
        if (!isKnown) {
          const expected = `one of ${[...Object.keys(chambers), 'President'].join(', ')}`;
          problems.add({ at: place, found: shown('chamber', chamber), expected });
        }
        if (congress === null || icpsr === null || party === null || name === null) return;
        const [state, bioguide] = [cleaned(field('state_abbrev')), cleaned(field('bioguide_id'))];
        if (isChamber(chamber)) roster.seat({ congress, chamber, icpsr, party, name, state, bioguide, place });
        else if (isKnown) roster.president(congress, icpsr);
      },
      options,
    );
  }
  return roster;
}
