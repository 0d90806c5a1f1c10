import type { Pool } from 'pg';
import { differences } from './differences.ts';

const stances = (field: string) =>
  `${field}(first: 250) { totalCount nodes { party { key } proposition { key } position heldFrom heldUntil addedIn { number } } }`;
const question = `query ($number: Int!) { revision(number: $number) { ${stances('addedStances')} ${stances('retiredStances')} } }`;

interface Shown {
  readonly party: { readonly key: string };
  readonly proposition: { readonly key: string };
  readonly position: string;
  readonly heldFrom: string;
  readonly heldUntil: string | null;
  readonly addedIn: { readonly number: number };
}

const version = `concat_ws(' ', party.key, proposition.key, position, to_char(held_from, 'YYYY-MM-DD'),
  coalesce(to_char(held_until, 'YYYY-MM-DD'), '-'), stance.added_in)`;
const query = `
  SELECT number, sign || ' ' || ${version} AS line
  FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id,
    LATERAL (VALUES (stance.added_in, '+'), (stance.retired_in, '-')) AS change (number, sign)
  WHERE number > $1`;

const atOnce = 8;

/** What is wrong with the snapshot of a running server: the stances that it shows each revision after `before` to have added and retired. */
export async function checkServer(pool: Pool, api: string, before: number, last: number): Promise<string[]> {
  const { rows } = await pool.query<{ number: number; line: string }>(query, [before]);
  const found: string[] = [];
  const numbers = Array.from({ length: last - before }, (_, index) => before + 1 + index);
  const askAll = async () => {
    for (let number = numbers.pop(); number !== undefined; number = numbers.pop())
      found.push(...(await ask(api, number, last)));
  };
  await Promise.all(Array.from({ length: atOnce }, askAll));
  const expected = rows.map(({ number, line }) => `${number} ${line}`);
  return differences(`${api}: revision`, expected, found);
}

async function ask(api: string, number: number, last: number): Promise<string[]> {
  const headers = { 'content-type': 'application/json', 'concord-at-least-revision': String(last) };
  const body = JSON.stringify({ query: question, variables: { number } });
  const answer = await (await fetch(api, { method: 'POST', headers, body })).json();
  if (answer.errors) throw new Error(`${api} does not show revision ${number}: ${JSON.stringify(answer.errors)}`);
  const { addedStances, retiredStances } = answer.data.revision;
  const lines = (sign: string, nodes: readonly Shown[]) =>
    nodes.map(({ party, proposition, position, heldFrom, heldUntil, addedIn }) =>
      [number, sign, party.key, proposition.key, position, heldFrom, heldUntil ?? '-', addedIn.number].join(' '),
    );
  return [...lines('+', addedStances.nodes), ...lines('-', retiredStances.nodes)];
}
