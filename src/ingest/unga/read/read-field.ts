/** A field that does not say what its column holds. */
export interface FieldProblem {
  readonly found: string;
  readonly expected: string;
}

/** What was found in a field, shortened. */
export function shown(column: string, value: string): string {
  return `${column}: ${JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)}`;
}

/** The number in a field, or null. No sign, no leading zero, at most `digits` digits. */
export function wholeNumber(value: string, digits: number): number | null {
  return /^[1-9]\d*$/.test(value) && value.length <= digits ? Number(value) : null;
}

/** The number of a roll call, or null. */
export const rcidOf = (value: string): number | null => wholeNumber(value, 9);

export const expectedRcid = 'a whole number of at least 1';

/** Whether a field is a valid date, as YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A text without control characters, each run of which becomes one space, and without space around it; null when nothing is left. */
export function cleaned(value: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return value.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim() || null;
}
