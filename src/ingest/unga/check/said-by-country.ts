/** Every vote and absence with the day of its roll call. Who was not a member says nothing. */
export const saidByCountry = `
  SELECT said.*, r.tabled_on FROM (
    SELECT file, line, rcid, country FROM unga_vote
    UNION ALL SELECT file, line, rcid, country FROM unga_absence WHERE absent) said
  JOIN unga_roll_call r USING (rcid)`;

/** Condition that a row of unga_period says who a country is on the day of a roll call. */
export const onTheDay = (country: string, day: string) =>
  `unga_period.country = ${country} AND ${day} >= unga_period."from" AND ${day} < unga_period.until`;
