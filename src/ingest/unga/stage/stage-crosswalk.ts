import type { ClientBase } from 'pg';
import type { CountryIndex } from '../crosswalk/country-index.ts';
import type { Crosswalk } from '../crosswalk/read-crosswalk.ts';

/** Stages the parties and issues that a crosswalk declares, and which party each country is from when to when. */
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
