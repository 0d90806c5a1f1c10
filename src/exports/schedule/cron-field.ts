/** The values that a field of a cron expression can have, from `first` to `last`, and the names of those from `first` on. */
export interface FieldForm {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

export const minute: FieldForm = { name: 'minute', first: 0, last: 59, names: [] };
export const hour: FieldForm = { name: 'hour', first: 0, last: 23, names: [] };
export const dayOfMonth: FieldForm = { name: 'day of month', first: 1, last: 31, names: [] };
export const month: FieldForm = {
  name: 'month',
  first: 1,
  last: 12,
  names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
/** Sunday is 0 and 7. */
export const weekday: FieldForm = {
  name: 'weekday',
  first: 0,
  last: 7,
  names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

const item = /^(?:\*|(?<from>[a-z]{3}|\d{1,2})(?:-(?<to>[a-z]{3}|\d{1,2}))?)(?:\/(?<step>\d{1,2}))?$/i;

/** What one item of a list says: `*`, `5`, `1-5`, `mon-fri`, `*` with a step, `1-9/2`, `5/15` (from 5 on); null when it is none of these. */
export function parseItem(text: string, form: FieldForm): readonly number[] | null {
  const parts = item.exec(text)?.groups;
  if (parts === undefined) return null;
  const { from, to, step } = parts;
  const first = from === undefined ? form.first : parseValue(from, form);
  const last = lastOf(parts, form);
  const every = step === undefined ? 1 : Number(step);
  // A step that the field has no room for, such as a minute of */90, would say another thing than it does.
  const room = form.last - form.first + (form === weekday ? 0 : 1);
  if (first === null || last === null || every < 1 || every > room) return null;
  // The week may end with its Sunday: fri-sun.
  const end = form === weekday && to !== undefined && last === 0 && first > 0 ? 7 : last;
  if (end < first) return null;
  return Array.from({ length: Math.floor((end - first) / every) + 1 }, (_, index) => first + index * every);
}

function lastOf({ from, to, step }: Readonly<Record<string, string | undefined>>, form: FieldForm): number | null {
  if (to !== undefined) return parseValue(to, form);
  return from === undefined || step !== undefined ? form.last : parseValue(from, form);
}

/** A value of a field by its number or its name; null when it has none such. */
export function parseValue(text: string, { first, last, names }: FieldForm): number | null {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + first;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= first && value <= last ? value : null;
}
