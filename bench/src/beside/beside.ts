import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { perSecond, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { ask, requestsPerSecond } from '../side-by-side/load.ts';
import { type Question, type Questions, questionsFrom } from '../side-by-side/question.ts';
import { ledgerOf, otherBuild } from './other-build.ts';
import { seedQuestions } from './seed-questions.ts';
import { withSources } from './with-sources.ts';

const seconds = 2;
/** The engine goes on compiling for tens of thousands of requests. */
const turns = { warmUp: 4, rounds: 9 };

interface Asked {
  readonly what: string;
  readonly bodyOf: (question: Question) => string;
  readonly questions: Questions;
  /** Null where it is only told. */
  readonly target: number | null;
}

/** The same questions to this build and to another one, in turns. */
export async function beside(url: string, folder: string, data: string | null): Promise<Result[]> {
  const other = otherBuild(folder);
  const [ours, theirs] = [concord(url), concord(await ledgerOf(other, url, data))];
  const [questions, ofSeeds] = await withClient(url, async (client) => [
    await questionsFrom(client),
    await seedQuestions(client),
  ]);
  const asked: readonly Asked[] = [
    {
      what: 'a comparison with its citations',
      bodyOf: (variables) => JSON.stringify({ query: withSources, variables }),
      questions: ofSeeds,
      target: 1,
    },
    { what: '20 propositions x 5 parties', bodyOf: ours.bodyOf, questions, target: null },
  ];
  return withServer(ours.args, ours.environment, (ourApi) =>
    withServer([other.main, ...theirs.args.slice(1)], theirs.environment, async (theirApi) => {
      const results: Result[] = [];
      for (const one of asked) results.push(await compete(one, ourApi, theirApi));
      return results;
    }),
  );
}

async function compete({ what, bodyOf, questions, target }: Asked, ours: string, theirs: string): Promise<Result> {
  note(`${what}, beside the other build`);
  const bodies = Array.from({ length: 1_000 }, () => bodyOf(questions()));
  for (const body of bodies.slice(0, 20)) await requireSame(ours, theirs, body);
  let next = 0;
  const rate = (api: string) => () => requestsPerSecond(api, () => bodies[next++ % bodies.length] as string, seconds);
  const measured = await inTurns({ ours: rate(ours), theirs: rate(theirs) }, turns);
  const ratio = ratioOf(measured.ours, measured.theirs);
  return {
    what: `${what}, beside the other build`,
    concord: perSecond(measured.ours),
    peer: `the other build ${perSecond(measured.theirs)}`,
    ratio: times(ratio),
    target: target === null ? '' : `>= ${target}x`,
    met: target === null ? null : ratio >= target,
  };
}

async function requireSame(ours: string, theirs: string, body: string): Promise<void> {
  const [one, other] = [JSON.stringify(await ask(ours, body)), JSON.stringify(await ask(theirs, body))];
  if (one !== other) throw new Error(`the builds answer ${body.slice(0, 300)} differently`);
  if (!one.includes('"position":"')) throw new Error('a question without an answer measures nothing');
}
