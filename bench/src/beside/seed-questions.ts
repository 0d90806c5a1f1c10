import type { Client } from 'pg';
import { type Questions, randomNumbers, some } from '../side-by-side/question.ts';

/** Questions about the claims of the seeds, whose stances have citations: 5 propositions and 5 countries. The same sequence in every run. */
export async function seedQuestions(client: Client): Promise<Questions> {
  const keys = async (table: 'party' | 'proposition', where: string): Promise<string[]> => {
    const { rows } = await client.query<{ key: string }>(
      `SELECT ${table}.key FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id
       WHERE proposition.kind = 'CLAIM' AND ${where} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 20`,
    );
    return rows.map(({ key }) => key);
  };
  const [parties, propositions] = [await keys('party', "party.kind = 'COUNTRY'"), await keys('proposition', 'true')];
  const random = randomNumbers(3);
  return () => ({ propositions: some(5, propositions, random), parties: some(5, parties, random) });
}
