import type { Scope } from '#comparison/scope.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { knownAtOf } from './point-args.ts';

export const PointInput = builder.inputType('PointInput', {
  description: 'A point in valid time or in recorded time; the other stays as in the scope.',
  isOneOf: true,
  fields: (t) => ({
    date: t.field({ type: 'Date', description: 'A day (valid time).' }),
    revision: t.int({ description: 'A revision (recorded time): what was known then.' }),
  }),
});

/** The scope at that point. Throws BAD_INPUT for a revision that does not exist. */
export function scopeAt(scope: Scope, point: typeof PointInput.$inferInput, name: string, context: Context): Scope {
  if (point.date != null) return { ...scope, asOf: point.date };
  return { ...scope, asKnownAt: knownAtOf(point.revision, context, null, `${name}.revision`) };
}
