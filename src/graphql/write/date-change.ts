import { dateOf } from '#agreement/day.ts';

/** A day of the input as rows have it; undefined leaves it as it is, null makes it unknown. */
export const dateChange = (day: number | null | undefined): string | null | undefined =>
  typeof day === 'number' ? dateOf(day) : day;
