import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { perSecond, times } from '../run/figures.ts';
import { inTurns, type Measured, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { bare } from './bare.ts';
import { concord } from './concord.ts';
import type { Contestant } from './contestant.ts';
import { requestsPerSecond } from './load.ts';
import { postgraphile } from './postgraphile.ts';
import { type Question, type Questions, questionsFrom } from './question.ts';
import { requireSameAnswers } from './same-answers.ts';

const seconds = 2;
/** The engine goes on compiling for tens of thousands of requests. */
const turns = { warmUp: 4, rounds: 9 };

interface Apis {
  readonly concord: string;
  readonly postgraphile: string;
  readonly bare: string;
}

/** 20 propositions and 5 parties side by side: Concord as users run it, PostGraphile, and a bare server, all on one Postgres. */
export async function sideBySide(url: string): Promise<Result[]> {
  const contestants = { concord: concord(url), postgraphile: postgraphile(url), bare: bare(url) };
  const questions = await withClient(url, questionsFrom);
  return started(contestants.concord, (first) =>
    started(contestants.postgraphile, (second) =>
      started(contestants.bare, async (third) => {
        const apis = { concord: first, postgraphile: second, bare: third };
        await checkAnswers(contestants, apis, questions);
        note('side by side, always another question');
        const another = await compete(contestants, apis, questions);
        note('side by side, the same question');
        const question = questions();
        const same = await compete(contestants, apis, () => question);
        return [
          ...results('20 propositions x 5 parties, always another question', contestants, another, true),
          ...results('the same question again and again', contestants, same, false),
        ];
      }),
    ),
  );
}

type Contestants = Readonly<Record<keyof Apis, Contestant>>;

const started = <T>({ args, environment }: Contestant, use: (api: string) => Promise<T>): Promise<T> =>
  withServer(args, environment, use);

async function checkAnswers(contestants: Contestants, apis: Apis, questions: Questions): Promise<void> {
  const running = (['concord', 'postgraphile', 'bare'] as const).map((name) => ({
    contestant: contestants[name],
    api: apis[name],
  }));
  const asked: Question[] = Array.from({ length: 200 }, questions);
  await requireSameAnswers(running, asked);
}

function compete(contestants: Contestants, apis: Apis, questions: Questions) {
  const run = (name: keyof Apis) => () =>
    requestsPerSecond(apis[name], () => contestants[name].bodyOf(questions()), seconds);
  return inTurns({ concord: run('concord'), postgraphile: run('postgraphile'), bare: run('bare') }, turns);
}

function results(
  what: string,
  contestants: Contestants,
  measured: Readonly<Record<keyof Apis, Measured>>,
  counts: boolean,
): Result[] {
  const against = (name: 'postgraphile' | 'bare', target: number): Result => {
    const ratio = ratioOf(measured.concord, measured[name]);
    return {
      what,
      concord: perSecond(measured.concord),
      peer: `${contestants[name].name} ${perSecond(measured[name])}`,
      ratio: times(ratio),
      target: counts ? `>= ${target}x` : '',
      met: counts ? ratio >= target : null,
    };
  };
  return [against('postgraphile', 10), against('bare', 5)];
}
