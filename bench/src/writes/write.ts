import { randomUUID } from 'node:crypto';

const millisecondsPerDay = 86_400_000;
const firstDay = Date.UTC(1950, 0, 1);
let written = 0;

/** A stance on a claim that nobody has recorded before, as long as no two processes count the same days. */
export interface NewStance {
  readonly party: string;
  readonly proposition: string;
  readonly document: string;
  readonly heldFrom: string;
}

const parties = ['FR', 'DE', 'JP', 'IN', 'BR', 'ZA', 'KE', 'MX'];

export function newStance(): NewStance {
  const n = written++;
  return {
    party: parties[n % parties.length] as string,
    proposition: 'tw-inalienable',
    document: 'seed-gt-2022-02-04',
    heldFrom: new Date(firstDay + Math.floor(n / parties.length) * millisecondsPerDay).toISOString().slice(0, 10),
  };
}

const record = `mutation Record($input: RecordStancesInput!) { recordStances(input: $input) {
  __typename ... on Revised { revision { number } changed } ... on Error { code message } } }`;

/** Records stances at a server, with an idempotency key; fails unless that made a revision. */
export async function recordStances(api: string, key: string, stances: readonly unknown[]): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const input = { message: 'bench', idempotencyKey: randomUUID(), stances };
  const body = JSON.stringify({ query: record, variables: { input } });
  const response = await fetch(api, { method: 'POST', headers, body });
  const text = await response.text();
  if (!text.includes('"changed":true'))
    throw new Error(`a write was answered ${response.status} ${text.slice(0, 300)}`);
}

/** One stance with its citation. */
export const recordOne = (api: string, key: string, { document, ...said }: NewStance): Promise<void> =>
  recordStances(api, key, [
    {
      ...said,
      position: 'SUPPORT',
      basis: 'OWN_STATEMENT',
      confidence: 'LOW',
      citations: [{ document, locator: 'para 5', verification: 'FROM_KNOWLEDGE' }],
    },
  ]);
