import type { Client } from 'pg';

/** Which propositions and parties a request asks for, by key. */
export interface Question {
  readonly propositions: readonly string[];
  readonly parties: readonly string[];
}

/** Gives another question at every call: 20 roll calls and 5 countries. The same sequence in every run. */
export type Questions = () => Question;

const partiesToChooseFrom = 20;

/** Questions about the countries with the most votes and the roll calls in which nearly all of them took part. */
export async function questionsFrom(client: Client): Promise<Questions> {
  const parties = await client.query<{ key: string }>(`
    SELECT party.key FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
    WHERE proposition.kind = 'ROLL_CALL' GROUP BY party.key ORDER BY count(*) DESC, party.key LIMIT ${partiesToChooseFrom}`);
  const partyKeys = parties.rows.map(({ key }) => key);
  const propositions = await client.query<{ key: string }>(
    `SELECT proposition.key FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
     WHERE proposition.kind = 'ROLL_CALL' AND party.key = ANY($1) GROUP BY proposition.key
     HAVING count(*) > ${partiesToChooseFrom - 5} ORDER BY proposition.key`,
    [partyKeys],
  );
  const propositionKeys = propositions.rows.map(({ key }) => key);
  const random = randomNumbers(1);
  return () => ({ propositions: some(20, propositionKeys, random), parties: some(5, partyKeys, random) });
}

export function some(count: number, of: readonly string[], random: () => number): string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(of[Math.floor(random() * of.length)] as string);
  return [...chosen];
}

/** Numbers from 0 to 1 that look random (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
