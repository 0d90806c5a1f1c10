import { createServer } from 'node:http';
import { createYoga } from '../../node_modules/graphql-yoga/esm/index.js';
import { openDatabase } from '../../src/ledger/open-database.ts';
import { openSnapshots } from '../../src/ledger/snapshot/snapshots.ts';
import { createLoaders } from '../../src/graphql/loader/loaders.ts';
import { schema } from '../../src/graphql/schema.ts';
import { utcDay } from '../../src/ledger/snapshot/day.ts';
import { useCompiledExecution } from '../../src/server/use-compiled-execution.ts';
import { tellAddress } from '../src/side-by-side/tell-address.ts';
const v = process.env.VARIANT!;
const database = await openDatabase(process.env.DATABASE_URL!);
const snapshots = openSnapshots(database.url, console.error);
const yoga = createYoga({ schema, graphqlEndpoint: '/graphql', landingPage: false, graphiql: false, batching: false, cors: v.includes('c') ? false : { origin: '*', credentials: false }, logging: false,
  ...(v.includes('l') ? { maxRequestBodySize: false } : {}),
  maskedErrors: true, plugins: [useCompiledExecution()],
  async context() { const snapshot = await snapshots.newest(); return { database, snapshot, today: utcDay(new Date()), loaders: createLoaders(database, snapshot.revision) }; } } as any);
const server = createServer((req: any, res) => {
  if (!v.includes('b')) { yoga(req, res); return; }
  const chunks: Buffer[] = [];
  req.on('data', (c: Buffer) => chunks.push(c));
  req.on('end', () => { req.body = v.includes('s') ? Buffer.concat(chunks).toString() : Buffer.concat(chunks); yoga(req, res); });
});
process.on('SIGTERM', () => process.exit(0));
await tellAddress(server, '/graphql');
