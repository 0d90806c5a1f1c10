import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

// What the specification "GraphQL over HTTP" asks of a server, as graphql-http checks it; SHOULD and MAY included.
const audits = serverAudits({ url: () => server.url(), fetchFn: fetch });

test('there are audits', () => {
  expect(audits.length).toBeGreaterThan(50);
});

test.each(audits)('$name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
