import { onTheDay, saidByCountry } from './said-by-country.ts';

/** A vote or an absence of a country on a day for which the crosswalk does not say which party it is. */
export const nobodyOnTheDay = `
  SELECT file, line, known.name || ' on ' || tabled_on AS found, 'it ' || known.days || ', as the crosswalk has it' AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (${saidByCountry}) said
  JOIN (
    SELECT country, name, string_agg(
      CASE WHEN "from" = '-infinity' THEN 'before ' || until
        WHEN until = 'infinity' THEN 'from ' || "from" || ' on'
        ELSE 'from ' || "from" || ' until ' || until END, ' or ' ORDER BY "from") AS days
    FROM unga_period GROUP BY country, name) known USING (country)
  WHERE NOT EXISTS (SELECT FROM unga_period WHERE ${onTheDay('said.country', 'said.tabled_on')})`;
