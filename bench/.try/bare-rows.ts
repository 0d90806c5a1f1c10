import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'pg';
import { tellAddress } from '../src/side-by-side/tell-address.ts';
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const sql = `SELECT proposition.key AS p, party.key AS c, stance.position, stance.held_from::text AS h
 FROM proposition CROSS JOIN party LEFT JOIN stance ON proposition_id = proposition.id AND party_id = party.id AND stance.retired_in IS NULL
 WHERE proposition.key = ANY($1) AND party.key = ANY($2) ORDER BY proposition.key COLLATE "C", array_position($2, party.key)`;
await tellAddress(createServer(async (req, res) => {
  const { propositions, parties } = JSON.parse(await text(req));
  const { rows } = await pool.query({ name: 's', text: sql, values: [propositions, parties], rowMode: 'array' });
  const nodes: any[] = []; let last: any;
  for (const [p, c, position, h] of rows as any[]) { if (last?.proposition.key !== p) nodes.push(last = { proposition: { key: p }, cells: [] }); last.cells.push({ party: { key: c }, position, stance: h === null ? null : { heldFrom: h } }); }
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { comparison: { rows: { nodes } } } }));
}), '/');
