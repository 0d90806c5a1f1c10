/** The values of an enum whose meanings stand in a table. */
export const describedValues = <Value extends string>(meanings: Readonly<Record<Value, string>>) =>
  Object.fromEntries(Object.entries(meanings).map(([value, description]) => [value, { description }])) as Record<
    Value,
    { description: string }
  >; // the keys are those of the table
