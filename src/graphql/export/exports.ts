import { listDefinitions } from '#exports/definition/list-definitions.ts';
import { keptRuns } from '#exports/worker/run-record.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { cost, listedFromDatabase } from '../cost/field-cost.ts';
import { unrevisioned } from '../unrevisioned.ts';
import { Export } from './export.ts';

builder.queryField('exports', (t) =>
  t.connection({
    type: Export,
    description: 'The defined exports with their runs, ordered by name.',
    extensions: { ...cost({ points: listedFromDatabase }), ...unrevisioned },
    resolve: async (_root, args, { database, pageSizes }) =>
      connectionOf(await listDefinitions(database.prisma, keptRuns), args, pageSizes, ({ name }) => `export ${name}`),
  }),
);
