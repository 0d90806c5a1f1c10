import { noValueReasons } from '#agreement/no-value-reason.ts';
import { builder } from '../builder.ts';
import { describedValues } from './described-values.ts';

export const NoValueReason = builder.enumType('NoValueReason', {
  description: 'Why a value is null. Parties without shared evidence have no value; they never have 0.',
  values: describedValues(noValueReasons),
});
