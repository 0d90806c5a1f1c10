export type CsvValue = string | number | null;

/**
 * A table as CSV (RFC 4180): a row of names first, empty for null. Text that a spreadsheet would take for a formula gets an apostrophe in front, as in
 * Concord's own tables; so does what a spreadsheet of another country would, which splits at semicolons and does not see quotes within a cell.
 */
export const csvOf = (names: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [names, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  const guarded = text.replace(/([;\r\n])([=+\-@＝＋－＠])/g, "$1'$2");
  return /^[=+\-@\t\r＝＋－＠]/.test(guarded) ? `'${guarded}` : guarded;
}
