import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'pg';
import type { Question } from './question.ts';
import { tellAddress } from './tell-address.ts';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const cell = `json_build_object('party', json_build_object('key', party.key), 'position', stance.position,
  'stance', CASE WHEN stance.id IS NOT NULL THEN json_build_object('heldFrom', stance.held_from) END)`;
const sql = `
  SELECT json_build_object('data', json_build_object('comparison', json_build_object('rows',
    json_build_object('nodes', json_agg(node ORDER BY key COLLATE "C")))))::text AS json
  FROM (
    SELECT proposition.key, json_build_object('proposition', json_build_object('key', proposition.key),
      'cells', json_agg(${cell} ORDER BY array_position($2, party.key))) AS node
    FROM proposition CROSS JOIN party
      LEFT JOIN stance ON proposition_id = proposition.id AND party_id = party.id AND stance.retired_in IS NULL
    WHERE proposition.key = ANY($1) AND party.key = ANY($2)
    GROUP BY proposition.key
  ) nodes`;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { propositions, parties } = JSON.parse(await text(request)) as Question;
  const { rows } = await pool.query({ name: 'side-by-side', text: sql, values: [propositions, parties] });
  response.setHeader('content-type', 'application/json').end(rows[0].json);
}

await tellAddress(
  createServer((request, response) => void answer(request, response)),
  '/',
);
