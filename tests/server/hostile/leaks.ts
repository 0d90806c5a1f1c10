/** What neither an answer nor a line of the log that a client caused may say. */
const leaks = {
  'a stack trace': /\bat (async )?[\w.<>#]+ \(|\bat \/|\.ts:\d+:\d+|\.js:\d+:\d+|node:internal/,
  'a path of the machine': /\/(tmp|home|root|usr|work|var)\/\w|node_modules|file:\/\//,
  SQL: /\b(SELECT|INSERT INTO|UPDATE) .{0,80}\b(FROM|VALUES|SET)\b|syntax error at or near|invalid byte sequence|pg_|relation "/,
  Prisma: /prisma/i,
  'a mistake of ours': /INTERNAL_SERVER_ERROR/,
  'an internal name': /Cannot read prop|is not a function|undefined \(reading|envelop|RangeError|TypeError|call stack/,
} as const;

/** What of that a text gives away. */
export const leaksIn = (text: string): string[] =>
  Object.entries(leaks).flatMap(([name, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${name}: ${text.slice(Math.max(0, found.index - 80), found.index + 120)}`] : [];
  });
