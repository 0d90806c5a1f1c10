import { noValueReasons } from '#agreement/no-value-reason.ts';
import { builder } from '../builder.ts';
import { describedValues } from './described-values.ts';

export const NoValueReason = builder.enumType('NoValueReason', {
  description: 'Why there is no number. Nothing in common is never shown as a number.',
  values: describedValues(noValueReasons),
});
