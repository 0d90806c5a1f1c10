/** The values of an enum from a table of descriptions. */
export const describedValues = <Value extends string>(meanings: Readonly<Record<Value, string>>) =>
  Object.fromEntries(Object.entries(meanings).map(([value, description]) => [value, { description }])) as Record<
    Value,
    { description: string }
  >; // the keys are those of the table
