const form = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-r(\d+)$/;

/** Names a version by its time and its revision: `20261124T183000000Z-r42`. Names sort by time. */
export const versionName = (time: Date, revision: number): string =>
  `${time.toISOString().replaceAll(/[-:.]/g, '')}-r${revision}`;

export const isVersionName = (name: string): boolean => form.test(name);

/** The time in a version's name. */
export function timeOfVersion(name: string): Date {
  const [, year, month, day, hour, minute, second, millisecond] = form.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`);
}

/** The name of the version after another; it sorts after that name even if the clock was set back. */
export function nextVersionName(now: Date, revision: number, previous: string | null): string {
  const earliest = previous === null ? 0 : timeOfVersion(previous).getTime() + 1;
  return versionName(new Date(Math.max(now.getTime(), earliest)), revision);
}
