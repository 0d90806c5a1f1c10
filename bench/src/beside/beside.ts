import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';
import { inTurn, manifestOf, pathOf } from '../by-get/addresses.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { perSecond, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord, query } from '../side-by-side/concord.ts';
import { ask, getsPerSecond, requestsPerSecond } from '../side-by-side/load.ts';
import { type Question, questionsFrom } from '../side-by-side/question.ts';
import { unchangedPath, unchangedRate } from '../unchanged/unchanged.ts';
import { ledgerOf, otherBuild } from './other-build.ts';
import { seedQuestions } from './seed-questions.ts';
import { withSources } from './with-sources.ts';

const seconds = 2;
/** The engine goes on compiling for tens of thousands of requests. */
const turns = { warmUp: 4, rounds: 9 };
/** As many different questions as no cache of answers would have. */
const different = 5_000;

interface Asked {
  readonly what: string;
  /** Measures a server at its address once, in requests a second. */
  readonly rateOf: (api: string) => () => Promise<number>;
  readonly target: number;
}

/** The same requests to this build and to another one, in turns. */
export async function beside(url: string, folder: string, data: string | null): Promise<Result[]> {
  const other = otherBuild(folder);
  const [ours, theirs] = [concord(url), concord(await ledgerOf(other, url, data))];
  const [questions, ofSeeds] = await withClient(url, async (client) => [
    await questionsFrom(client),
    await seedQuestions(client),
  ]);
  const sources = (variables: Question) => JSON.stringify({ query: withSources, variables });
  const [withCitations, texts] = [inTurn(different, sources, ofSeeds), inTurn(different, ours.bodyOf, questions)];
  const paths = inTurn(different, (question) => pathOf('documentId', query, question), questions);
  const asked: readonly Asked[] = [
    {
      what: 'a comparison with its citations',
      rateOf: (api) => () => requestsPerSecond(api, withCitations, seconds),
      target: 1,
    },
    {
      what: '20 propositions x 5 parties',
      rateOf: (api) => () => requestsPerSecond(api, texts, seconds),
      target: 0.95,
    },
    {
      what: '20 propositions x 5 parties by GET, document by documentId',
      rateOf: (api) => () => getsPerSecond(api, paths, seconds),
      target: 0.95,
    },
    { what: 'a GET answered 304', rateOf: (api) => unchangedRate(new URL(unchangedPath(api), api)), target: 0.95 },
  ];
  const scratch = makeScratchFolder();
  const documents = { CONCORD_PERSISTED_DOCUMENTS: join(scratch.path, 'documents.json') };
  writeFileSync(documents.CONCORD_PERSISTED_DOCUMENTS, manifestOf(query));
  try {
    return await withServer(ours.args, { ...ours.environment, ...documents }, (ourApi) =>
      withServer([other.main, ...theirs.args.slice(1)], { ...theirs.environment, ...documents }, async (theirApi) => {
        for (const next of [withCitations, texts])
          for (let turn = 0; turn < 20; turn++) await requireSame(ourApi, theirApi, next());
        const results: Result[] = [];
        for (const one of asked) results.push(await compete(one, ourApi, theirApi));
        return results;
      }),
    );
  } finally {
    scratch.remove();
  }
}

async function compete({ what, rateOf, target }: Asked, ours: string, theirs: string): Promise<Result> {
  note(`${what}, beside the other build`);
  const measured = await inTurns({ ours: rateOf(ours), theirs: rateOf(theirs) }, turns);
  const ratio = ratioOf(measured.ours, measured.theirs);
  return {
    what: `${what}, beside the other build`,
    concord: perSecond(measured.ours),
    peer: `the other build ${perSecond(measured.theirs)}`,
    ratio: times(ratio),
    target: `>= ${target}x`,
    met: ratio >= target,
  };
}

async function requireSame(ours: string, theirs: string, body: string): Promise<void> {
  const [one, other] = [JSON.stringify(await ask(ours, body)), JSON.stringify(await ask(theirs, body))];
  if (one !== other) throw new Error(`the builds answer ${body.slice(0, 300)} differently`);
  if (!one.includes('"position":"')) throw new Error('a question without an answer measures nothing');
}
