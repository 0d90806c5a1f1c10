import type { Place } from '../revise/proposal.ts';

/** The place of a row that was said at a path of the input, such as `input.stances[3]`; its fields have the names that the row has. */
export const placeAt =
  (path: string): Place =>
  (field) =>
    field === undefined ? path : `${path}.${field}`;

/** The place of a part that is one value, such as `input.issues[0]`. */
export const placeOf =
  (path: string): Place =>
  () =>
    path;
