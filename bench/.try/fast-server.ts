import { createServer } from 'node:http';
import { parse, validate } from '../../node_modules/graphql/index.mjs';
import { compileQuery } from '../../node_modules/graphql-jit/dist/index.js';
import { openDatabase } from '../../src/ledger/open-database.ts';
import { openSnapshots } from '../../src/ledger/snapshot/snapshots.ts';
import { createLoaders } from '../../src/graphql/loader/loaders.ts';
import { schema } from '../../src/graphql/schema.ts';
import { utcDay } from '../../src/ledger/snapshot/day.ts';
import { tellAddress } from '../src/side-by-side/tell-address.ts';
const database = await openDatabase(process.env.DATABASE_URL!);
const snapshots = openSnapshots(database.url, console.error);
const cache = new Map<string, any>();
const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (c) => chunks.push(c));
  req.on('end', async () => {
    const { query, variables } = JSON.parse((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString());
    let c = cache.get(query);
    if (!c) { const doc = parse(query); if (validate(schema, doc).length) throw 1; cache.set(query, c = compileQuery(schema, doc)); }
    const snapshot = await snapshots.newest();
    let loaders: any;
    const result = await c.query(undefined, { database, snapshot, today: utcDay(new Date()), get loaders() { return loaders ??= createLoaders(database, snapshot.revision); } }, variables);
    const body = (c.stringify ?? JSON.stringify)(result);
    res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
    res.end(body);
  });
});
await tellAddress(server, '/graphql');
process.on('SIGTERM', () => process.exit(0));
