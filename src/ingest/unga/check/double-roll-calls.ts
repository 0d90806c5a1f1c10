/** A roll call that is in roll_calls.csv twice. */
export const doubleRollCalls = `
  SELECT file, line, 'roll call ' || rcid || ' again' AS found, 'it once' AS expected, file AS first_file, first AS first_line
  FROM (SELECT *, min(line) OVER (PARTITION BY rcid) AS first FROM unga_roll_call) r
  WHERE line > first`;
