/** A record on a roll call that is not in roll_calls.csv. */
export const unknownRollCalls = `
  SELECT file, line, 'roll call ' || rcid AS found, 'one of the roll calls of roll_calls.csv' AS expected,
    NULL::smallint AS first_file, NULL::int AS first_line
  FROM (
    SELECT file, line, rcid FROM unga_label
    UNION ALL SELECT file, line, rcid FROM unga_vote
    UNION ALL SELECT file, line, rcid FROM unga_absence) said
  WHERE NOT EXISTS (SELECT FROM unga_roll_call r WHERE r.rcid = said.rcid)`;
