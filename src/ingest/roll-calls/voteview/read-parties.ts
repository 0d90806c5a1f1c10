import { cleaned } from '../../read/csv-reader.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { partyColumns } from './columns.ts';
import { numberIn } from './congress.ts';

/** Names of parties for which the files have no table of parties. */
const wellKnown: ReadonlyMap<number, string> = new Map([
  [100, 'Democratic Party'],
  [200, 'Republican Party'],
  [328, 'Independent'],
]);

/** The names of parties by their codes. */
export async function readPartyNames(
  files: readonly TableFile[],
  options: TableOptions,
): Promise<ReadonlyMap<number, string>> {
  const names = new Map(wellKnown);
  for (const file of files) {
    await readWhole(
      file,
      partyColumns,
      (record) => {
        const code = numberIn(record, 'party_code', 4, options.problems);
        const name = cleaned(record.field('party_name'));
        if (code !== null && name !== null) names.set(code, name);
      },
      options,
    );
  }
  return names;
}
