import { onTheDay, saidByCountry } from './said-by-country.ts';

/** A party that votes on a roll call twice, or votes and is absent. Two names can be one party. */
export const doubleRecords = `
  WITH said AS NOT MATERIALIZED (
    SELECT said.*, unga_period.party FROM (${saidByCountry}) said
    JOIN unga_period ON ${onTheDay('said.country', 'said.tabled_on')}),
  twice AS (SELECT rcid, party FROM said GROUP BY rcid, party HAVING count(*) > 1)
  SELECT file, line, 'a second record of ' || party || ' on roll call ' || rcid AS found, 'one' AS expected, first_file, first_line
  FROM (
    SELECT said.*, row_number() OVER records AS nth, first_value(file) OVER records AS first_file,
      first_value(line) OVER records AS first_line
    FROM said JOIN twice USING (rcid, party) WINDOW records AS (PARTITION BY rcid, party ORDER BY file, line)) record
  WHERE nth > 1`;
