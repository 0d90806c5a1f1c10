import { beforeAll, expect, test } from 'vitest';
import { createDefinition } from '#exports/definition/create-definition.ts';
import { requestRun } from '#exports/definition/request-run.ts';
import { ledgerSource } from '#exports/ledger/ledger-source.ts';
import { beginRecord } from '#exports/worker/run-record.ts';
import { useDatabase } from '../support/database.ts';
import { type List, useServer } from './running-server.ts';

const database = useDatabase('migrated');
const { dataOf } = useServer(database);

beforeAll(async () => {
  const { prisma } = database;
  const surroundings = {
    sources: [ledgerSource],
    destinations: [{ name: 'local', kind: 'folder', path: '/srv' }] as const,
    createdBy: 'tester',
  };
  const daily = { name: 'daily', what: 'ledger', formats: ['csv', 'parquet'], compression: 'zstd' } as const;
  const where = { destination: 'local', keep: 7 };
  await createDefinition(prisma, { ...daily, ...where, schedule: '0 6 * * *', zone: 'Europe/Oslo' }, surroundings);
  await createDefinition(prisma, { ...daily, ...where, name: 'by-hand', schedule: null, zone: 'UTC' }, surroundings);
  const run = await requestRun(prisma, 'daily', 'tester');
  const record = await beginRecord(prisma, { ...run, destination: 'local', attempts: 1 });
  record?.report({ step: 'Writing stances.csv', rows: 1, done: 0.5 });
  await record?.fail(new Error('secret'), true);
});

test('exports are listed with schedule, next time, and runs with their progress and reason', async () => {
  const { exports } = await dataOf<{ exports: List<Record<string, unknown>> }>(`{
    exports {
      totalCount
      nodes { name what formats compression schedule zone destination keep nextRunAt
        runs { totalCount nodes { cause status attempts step stepDone revision version tables { table rows } error endedAt } } }
    }
  }`);
  expect(exports).toMatchObject({
    totalCount: 2,
    nodes: [
      { name: 'by-hand', schedule: null, nextRunAt: null, runs: { totalCount: 0 } },
      { name: 'daily', formats: ['CSV', 'PARQUET'], compression: 'ZSTD', zone: 'Europe/Oslo', keep: 7 },
    ],
  });
  expect(exports.nodes[1]?.nextRunAt).toMatch(/T0[45]:00:00/);
  expect(exports.nodes[1]?.runs).toEqual({
    totalCount: 1,
    nodes: [
      {
        cause: 'REQUEST',
        status: 'RETRYING',
        attempts: 1,
        step: null,
        stepDone: null,
        revision: null,
        version: null,
        tables: [],
        // Told to those alone who manage exports.
        error: null,
        endedAt: null,
      },
    ],
  });
});
