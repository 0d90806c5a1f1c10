import { shown } from '../../../read/csv-reader.ts';
import type { CountryIndex } from '../../crosswalk/country-index.ts';
import type { ProblemList } from '../../outcome.ts';
import type { TakeRecord } from '../../read/read-records.ts';
import { expectedRcid, missing, rcidOf } from '../read/columns.ts';
import type { UngaFile } from '../read/find-files.ts';

/** The last column of a file of votes or absences: the SQL value of each of its words. */
export interface LastColumn {
  readonly column: string;
  readonly meanings: ReadonlyMap<string, string>;
}

/** Converts a record (rcid, country, country_code, word) to the row (file, line, rcid, country, meaning); returns nothing for one with problems. */
export function takeCountryRecord(
  file: UngaFile,
  countries: CountryIndex,
  problems: ProblemList,
  { column, meanings }: LastColumn,
): TakeRecord {
  const words = [...meanings.keys()].join(', ');
  return ([rcidText = '', name = '', code = '', word = ''], line) => {
    const rcid = rcidOf(rcidText);
    const country = countries.numberOf(name, code) ?? (code === missing ? countries.numberOf(name, '') : null);
    const meaning = meanings.get(word);
    // None of these values needs COPY's escapes.
    if (rcid !== null && country !== null && meaning !== undefined) {
      return `${file.number}\t${line}\t${rcid}\t${country}\t${meaning}\n`;
    }
    const at = `${file.path}:${line}`;
    if (rcid === null) problems.add({ at, found: shown('rcid', rcidText), expected: expectedRcid });
    if (country === null) {
      const found = `${shown('country', name)}, ${shown('country_code', code)}`;
      problems.add({ at, found, expected: countries.expectedFor(name) });
    }
    if (meaning === undefined) problems.add({ at, found: shown(column, word), expected: `one of ${words}` });
    return '';
  };
}
