import { builder } from '../builder.ts';

/** The argument of every subscription that says where it begins. */
export const sinceArg = builder.args((t) => ({
  sinceRevision: t.int({
    description:
      'Begin after this revision: first come the events of the revisions since, then the new ones. Default: the newest, so that only new ones come. The header `Last-Event-ID` goes before it.',
  }),
}));
