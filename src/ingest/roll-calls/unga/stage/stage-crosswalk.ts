import type { ClientBase } from 'pg';
import type { CountryIndex } from '../../crosswalk/country-index.ts';
import type { Crosswalk } from '../../crosswalk/read-crosswalk.ts';
import type { ProblemList } from '../../outcome.ts';
import { expectedRcid, rcidOf, shown } from '../../read/csv-reader.ts';
import { missing, type TakeRecord } from '../../read/read-records.ts';
import type { UngaFile } from '../read/find-files.ts';

/** Stages the parties and issues that a crosswalk declares, and the party of each country with dates. */
export async function stageCrosswalk(
  client: ClientBase,
  { parties, names, issues, locate }: Crosswalk,
  countries: CountryIndex,
): Promise<void> {
  const place = (list: string) => (row: object, index: number) => ({ ...row, place: locate([list, index]) });
  const periods = names.map(({ name, code, ...period }) => ({
    ...period,
    name,
    country: countries.numberOf(name, code),
  }));
  await client.query(
    `INSERT INTO unga_party (place, key, kind, iso3, name, aliases, note, addresses)
     SELECT place, key, 'COUNTRY', iso3, name, aliases, note, '{}'
     FROM jsonb_to_recordset($1) AS r(place text, key text, iso3 text, name text, aliases text[], note text)`,
    [JSON.stringify(parties.map(place('parties')))],
  );
  await client.query(
    `INSERT INTO unga_issue (place, key, name, summary, tier)
     SELECT place, key, name, summary, 'EXTENDED' FROM jsonb_to_recordset($1) AS r(place text, key text, name text, summary text)`,
    [JSON.stringify(issues.map(place('issues')))],
  );
  await client.query(
    `INSERT INTO unga_period (place, country, name, party, "from", until)
     SELECT place, country, name, party, coalesce("from", '-infinity'), coalesce(until, 'infinity')
     FROM jsonb_to_recordset($1) AS r(place text, country smallint, name text, party text, "from" date, until date)`,
    [JSON.stringify(periods.map(place('names')))],
  );
}

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
