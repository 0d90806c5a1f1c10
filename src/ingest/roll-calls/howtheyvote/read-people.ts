import { cleaned, shown, wholeNumber } from '../../read/csv-reader.ts';
import { type FoundParty, Numbered } from '../bodies/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../bodies/read-table.ts';
import { recordKey } from '../bodies/record-key.ts';
import { countryColumns, groupColumns, memberColumns } from './columns.ts';

export interface PeopleFiles {
  readonly members: readonly TableFile[];
  readonly countries: readonly TableFile[];
  readonly groups: readonly TableFile[];
}

export const groupIdentifier = (code: string) => `group ${code}`;

/** Reads the members of the European Parliament, found by their id, and its political groups, found by `groupIdentifier` of their code. */
export async function readPeople(
  source: string,
  files: PeopleFiles,
  options: TableOptions,
): Promise<Numbered<FoundParty>> {
  const { problems } = options;
  const countries = await readCountries(files.countries, options);
  const parties = new Numbered<FoundParty>('member or group', problems);
  for (const file of files.members) {
    await readWhole(
      file,
      memberColumns,
      ({ field, place }) => {
        const id = field('id');
        const name = cleaned(`${field('first_name')} ${field('last_name')}`);
        const country = cleaned(field('country_code'));
        if (wholeNumber(id, 9) === null)
          problems.add({ at: place, found: shown('id', id), expected: 'a whole number' });
        else if (name === null)
          problems.add({ at: place, found: 'no first_name and no last_name', expected: 'a name' });
        else {
          const note = country === null ? null : `Sits for ${countries.get(country) ?? country}.`;
          const addresses = [`https://www.europarl.europa.eu/meps/en/${id}`];
          parties.add(
            id,
            { key: recordKey(source, id), kind: 'PERSON', name, aliases: [], note, addresses, place },
            place,
          );
        }
      },
      options,
    );
  }
  for (const file of files.groups) {
    await readWhole(
      file,
      groupColumns,
      ({ field, place }) => {
        const code = field('code');
        const name = cleaned(field('label')) ?? cleaned(field('official_label'));
        if (code === '' || name === null) {
          problems.add({ at: place, found: 'a group without code or label', expected: 'both' });
          return;
        }
        const others = [field('short_label'), code, field('official_label')].map(cleaned);
        const aliases = [...new Set(others.filter((other) => other !== null && other !== name))] as string[];
        const key = recordKey(source, 'group', code);
        parties.add(
          groupIdentifier(code),
          { key, kind: 'GROUP', name, aliases, note: null, addresses: [], place },
          place,
        );
      },
      options,
    );
  }
  return parties;
}

async function readCountries(files: readonly TableFile[], options: TableOptions): Promise<ReadonlyMap<string, string>> {
  const countries = new Map<string, string>();
  for (const file of files) {
    await readWhole(
      file,
      countryColumns,
      ({ field }) => {
        countries.set(field('code'), cleaned(field('label')) ?? field('code'));
      },
      options,
    );
  }
  return countries;
}
