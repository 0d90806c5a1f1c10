import type { Point } from '#agreement/stance-columns.ts';
import type { Scope } from '#comparison/scope.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

/** The argument of every field that can be queried at a revision. */
export const knownAtArg = builder.args((t) => ({
  asKnownAt: t.int({
    description:
      'The revision to query (recorded time): what was known then, with the texts of that revision. Default: the revision of the enclosing object, else the newest.',
  }),
}));

/** Arguments of every field that can be queried at a point in time. */
export const pointArgs = builder.args((t) => ({
  asOf: t.field({ type: 'Date', description: 'The day to query (valid time). Default: today in UTC.' }),
  ...knownAtArg,
}));

/**
 * The revision to query: the argument, else `usual` (that of the enclosing row), else the newest. Throws BAD_INPUT for
 * one that does not exist.
 */
export function knownAtOf(
  asKnownAt: number | null | undefined,
  { snapshot }: Context,
  usual: number | null = null,
  name = 'asKnownAt',
): number {
  const revision = asKnownAt ?? usual ?? snapshot.revision;
  if (revision >= 0 && revision <= snapshot.revision) return revision;
  throw apiError('BAD_INPUT', `${name}: found ${revision}, expected a revision from 0 to ${snapshot.revision}.`);
}

/** The ledger as known at the revision to query; see `knownAtOf`. */
export const ledgerAt = (asKnownAt: number | null | undefined, context: Context, usual?: number | null): Snapshot =>
  snapshotAt(context.snapshot, knownAtOf(asKnownAt, context, usual));

/** The point in both times that the arguments name; `usual` as in `knownAtOf`. */
export const pointOf = (
  args: { readonly asOf?: number | null | undefined; readonly asKnownAt?: number | null | undefined },
  context: Context,
  usual?: number | null,
): Point => ({ day: args.asOf ?? context.today, revision: knownAtOf(args.asKnownAt, context, usual) });

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
