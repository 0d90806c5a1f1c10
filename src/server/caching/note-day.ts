import type { Context } from '#graphql/context.ts';
import type { RequestRecord } from '../request-record.ts';
import type { ComputedFrom } from './computed-from.ts';

const days = new WeakMap<Context, number>();

/**
 * Writes into the record of a request what its answer is computed from, so that it can be cached. It depends on the day when a resolver looks at it,
 * of which the context takes note from now on.
 */
export function noteDay(context: Context, record: RequestRecord): void {
  const { snapshot, today } = context;
  const computedFrom: ComputedFrom = { snapshot, day: today, dependsOnDay: false };
  days.set(context, today);
  Object.defineProperty(context, 'today', {
    get() {
      computedFrom.dependsOnDay = true;
      return today;
    },
  });
  record.computedFrom = computedFrom;
}

/** The UTC day of a context, without note being taken of it. */
export const dayOf = (context: Context): number => days.get(context) ?? context.today;
