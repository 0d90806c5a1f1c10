import type { Point } from '#agreement/stance-columns.ts';
import { apiError } from '../api-error.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

/** Arguments of everything that is asked about a time. */
export const pointArgs = builder.args((t) => ({
  asOf: t.field({ type: 'Date', description: 'The day to ask about (valid time); default: today in UTC.' }),
  asKnownAt: t.int({ description: 'The revision to ask (recorded time): what was known then. Default: the newest.' }),
}));

/** The point in both times that the arguments name. Throws BAD_INPUT for a revision that does not exist. */
export function pointOf(
  args: { readonly asOf?: number | null | undefined; readonly asKnownAt?: number | null | undefined },
  { snapshot, today }: Context,
): Point {
  const revision = args.asKnownAt ?? snapshot.revision;
  if (revision < 0 || revision > snapshot.revision) {
    throw apiError('BAD_INPUT', `asKnownAt: found ${revision}, expected a revision from 0 to ${snapshot.revision}.`);
  }
  return { day: args.asOf ?? today, revision };
}
