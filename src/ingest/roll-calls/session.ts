/** The session of the UN General Assembly at which a roll call was taken. */
export interface AssemblySession {
  /** Number of the regular session; for a special or emergency special one, of the regular session in progress on that day. */
  readonly session: number;
  /** Name of the session itself: `77`, `S-32` (special), `ES-11` (emergency special). */
  readonly series: string;
}

export const expectedSession = 'a session such as 77, S-32 or ES-11';

/** Special and emergency special sessions as sources write them: `ES-11`, `S-32`, and `10emsp` and `32sp` in the UN Digital Library. */
const specialSession = /^(?:(?<prefix>E?S)-?(?<number>[1-9]\d?)|(?<ordinal>[1-9]\d?)(?<suffix>(?:em)?sp))$/i;

/** The session that a text names; null if it names none. `day` is that of the roll call, YYYY-MM-DD. */
export function sessionOf(text: string, day: string): AssemblySession | null {
  if (/^[1-9]\d{0,2}$/.test(text)) return { session: Number(text), series: text };
  const { prefix, number, ordinal, suffix } = specialSession.exec(text)?.groups ?? {};
  const kind = prefix?.toUpperCase() ?? (suffix?.toLowerCase() === 'emsp' ? 'ES' : 'S');
  const of = number ?? ordinal;
  return of === undefined ? null : { session: regularSessionOn(day), series: `${kind}-${of}` };
}

/** Openings of regular sessions that no rule gives, by year. */
const openings: Readonly<Record<number, string>> = {
  1946: '1946-01-10',
  1951: '1951-11-06',
  1952: '1952-10-14',
  1956: '1956-11-12',
  1964: '1964-12-01',
  1968: '1968-09-24',
  1998: '1998-09-09',
  1999: '1999-09-14',
  2000: '2000-09-05',
  2001: '2001-09-12',
  2002: '2002-09-10',
};

/** Number of the regular session that opened last, on a day or before it; 1 before the first. Day as YYYY-MM-DD. */
export function regularSessionOn(day: string): number {
  const year = Number(day.slice(0, 4));
  return Math.max(1, day >= openingIn(year) ? year - 1945 : year - 1946);
}

/**
 * The day on which the regular session of a year opened. Up to 1997 the third Tuesday of September; since 2003 the Tuesday of the third week that has
 * a working day of September (resolution 57/301), since 2023 of the second.
 */
function openingIn(year: number): string {
  const first = new Date(Date.UTC(year, 8, 1)).getUTCDay();
  const tuesday = (2 - first + 7) % 7; // days from 1 September to the first Tuesday
  const inFirstWeek = 2 - (first === 6 ? -1 : first); // to that of the first week with a working day, which can be in August
  const days = year < 2003 ? tuesday + 14 : inFirstWeek + (year < 2023 ? 14 : 7);
  return openings[year] ?? new Date(Date.UTC(year, 8, 1 + days)).toISOString().slice(0, 10);
}
