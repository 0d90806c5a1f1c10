import { isDeepStrictEqual } from 'node:util';
import type { Contestant } from './contestant.ts';
import { ask } from './load.ts';
import type { Question } from './question.ts';

interface Running {
  readonly contestant: Contestant;
  readonly api: string;
}

async function heldAsAnswered({ contestant, api }: Running, question: Question): Promise<string[]> {
  const answer = await ask(api, contestant.bodyOf(question));
  const held = [...contestant.heldIn(answer)];
  return held
    .map(({ proposition, party, position, heldFrom }) => `${proposition} ${party} ${position} ${heldFrom}`)
    .sort();
}

/** Throws unless all of them answer every question with the same positions and dates. */
export async function requireSameAnswers(running: readonly Running[], questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const [first = [], ...others] = await Promise.all(running.map((server) => heldAsAnswered(server, question)));
    if (first.length === 0) throw new Error('a question without an answer measures nothing');
    const other = others.findIndex((held) => !isDeepStrictEqual(held, first));
    if (other === -1) continue;
    const names = `${running[0]?.contestant.name} and ${running[other + 1]?.contestant.name}`;
    throw new Error(`${names} answer ${JSON.stringify(question)} differently`);
  }
}
