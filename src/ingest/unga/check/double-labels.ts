/** An issue that issues.csv gives to a roll call twice. */
export const doubleLabels = `
  SELECT file, line, 'issue ' || issue || ' of roll call ' || rcid || ' again' AS found, 'it once' AS expected,
    file AS first_file, first AS first_line
  FROM (SELECT *, min(line) OVER (PARTITION BY rcid, issue) AS first FROM unga_label) label
  WHERE line > first`;
