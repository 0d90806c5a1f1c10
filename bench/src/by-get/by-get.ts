import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratchFolder } from '../../../src/postgres/embedded/scratch-folder.ts';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { perSecond, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord, query } from '../side-by-side/concord.ts';
import { getsPerSecond, requestsPerSecond } from '../side-by-side/load.ts';
import { type Question, questionsFrom } from '../side-by-side/question.ts';
import { inTurn, manifestOf, pathOf, type Way } from './addresses.ts';

const seconds = 2;
/** The engine goes on compiling for tens of thousands of requests. */
const turns = { warmUp: 4, rounds: 9 };
/** As many different questions as no cache of answers would have. */
const different = 5_000;
const target = 0.95;

/** The side-by-side question by GET, its document named by hash in both ways, beside the POST of its text. */
export async function byGet(url: string): Promise<Result[]> {
  const contestant = concord(url);
  const questions = await withClient(url, questionsFrom);
  const scratch = makeScratchFolder();
  const manifest = join(scratch.path, 'documents.json');
  writeFileSync(manifest, manifestOf(query));
  const environment = { ...contestant.environment, CONCORD_PERSISTED_DOCUMENTS: manifest };
  try {
    return await withServer(contestant.args, environment, async (api) => {
      note('side by side by GET');
      const body = inTurn(different, contestant.bodyOf, questions);
      const path = (way: Way) => inTurn(different, (question: Question) => pathOf(way, query, question), questions);
      const byWay = (next: () => string) => () => getsPerSecond(api, next, seconds);
      const measured = await inTurns(
        {
          post: () => requestsPerSecond(api, body, seconds),
          documentId: byWay(path('documentId')),
          apq: byWay(path('apq')),
        },
        turns,
      );
      const result = (way: Way, what: string): Result => {
        const ratio = ratioOf(measured[way], measured.post);
        return {
          what: `20 propositions x 5 parties by GET, ${what}`,
          concord: perSecond(measured[way]),
          peer: `POST of its text ${perSecond(measured.post)}`,
          ratio: times(ratio),
          target: `>= ${target}x`,
          met: ratio >= target,
        };
      };
      return [
        result('documentId', 'document by documentId'),
        result('apq', 'document by its hash, as Apollo and urql send it'),
      ];
    });
  } finally {
    scratch.remove();
  }
}
