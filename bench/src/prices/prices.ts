import type { DocumentNode } from 'graphql';
import { utcDay } from '../../../src/agreement/day.ts';
import { usualPage } from '../../../src/graphql/connection.ts';
import { createLoaders } from '../../../src/graphql/context.ts';
import { compileCost, ledgerSizes } from '../../../src/graphql/cost/query-cost.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { openDatabase } from '../../../src/postgres/open-database.ts';
import { walkDocument } from '../../../src/query-document/walk-document.ts';
import { buildSnapshot } from '../../../src/snapshot/build-snapshot.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { forgetDestinations, tellDestinations } from './destinations.ts';
import { graphql } from './graphql-of-the-project.ts';
import { type Question, questionsAbout } from './questions.ts';

const { execute, getOperationAST, parse, validate } = graphql;

const pointMs = 1 / 2_000;
const most = 4;
const floorMs = 2;
const rounds = 2;
/** What seems to take too long is asked so often: the first times are those of code that has not been translated yet. */
const roundsOfDoubt = 8;
/** What the server answers at most. */
const mostPoints = 500_000;
const today = utcDay(new Date('2020-02-01'));

/** Who may see everything that is asked for here. */
const caller = { keyId: 0, name: 'prices', scopes: ['exports:manage'] };

/** Asks about every field of the API and prints those that take the thread more than four times the time that their points say. */
export async function prices(url: string, isAsked: (field: string) => boolean = () => true): Promise<Result[]> {
  note('the prices of all fields');
  const database = await openDatabase(url);
  try {
    const snapshot = await buildSnapshot(url);
    await tellDestinations(database.pool);
    // What a subscription tells of: the seed files, which are as large as what people write; nothing is left out.
    const rootValue = {
      revision: 1,
      since: 0,
      filter: { parties: null, issues: null, propositions: null },
    };
    const sizes = ledgerSizes(snapshot);
    // What compares all parties is refused for its points where it makes many rows; with fewer it is not.
    const questions = [250, 40, 5].flatMap((parties, place) =>
      questionsAbout(schema, snapshot, parties).filter(
        ({ field, text }) => isAsked(field) && (place === 0 || text.includes('parties')),
      ),
    );
    /** Milliseconds of the thread, the least of several times. */
    const time = async (question: Question, document: DocumentNode, points: number): Promise<number> => {
      let least = Number.POSITIVE_INFINITY;
      // What a revision touched is found out once for all who follow.
      const isEvent = question.text.startsWith('subscription');
      for (let round = 0; round < rounds || (isOff(least, points) && round < roundsOfDoubt); round++) {
        // What is remembered of lists and comparisons belongs to these objects; what is made once for a snapshot is made in the first round.
        const fresh = round === 0 || isEvent ? snapshot : { ...snapshot, digests: [...snapshot.digests] };
        const loaders = createLoaders(database, snapshot.revision);
        const contextValue = {
          database,
          caller,
          snapshot: fresh,
          today,
          loaders,
          pageSizes: usualPage,
          destinations: [],
        };
        const before = process.threadCpuUsage();
        const { errors } = await execute({ schema, document, contextValue, rootValue });
        const { user, system } = process.threadCpuUsage(before);
        if (errors) note(`${question.field} ${question.how}: ${errors[0]?.message}`);
        least = Math.min(least, (user + system) / 1_000);
      }
      return least;
    };
    const doubtful: Timed[] = [];
    let asked = 0;
    for (const question of questions) {
      const document = parse(question.text);
      const [invalid] = validate(schema, document);
      if (invalid) throw new Error(`${question.field}: ${invalid.message}`);
      const points = compileCost(walkDocument(schema, document), getOperationAST(document) as never)(
        {},
        sizes,
        usualPage,
      );
      if (points > mostPoints) continue;
      const ms = await time(question, document, points);
      asked++;
      if (isOff(ms, points)) doubtful.push({ question, document, points, ms });
    }
    // All rounds of a question are over in a moment, in which the collector of garbage may have been at work.
    const wrong: Result[] = [];
    for (const { question, document, points, ms: first } of doubtful) {
      const ms = Math.min(first, await time(question, document, points));
      note(`  ${question.field} ${question.how}: ${first.toFixed(1)} ms, later ${ms.toFixed(1)}, of ${points} points`);
      if (isOff(ms, points)) wrong.push(line(question, ms, points));
    }
    wrong.sort((a, b) => Number.parseFloat(b.ratio) - Number.parseFloat(a.ratio));
    const what = `prices: questions about fields that take more than ${most} times their points (and ${floorMs} ms)`;
    const all = {
      what,
      concord: `${wrong.length} of ${asked}`,
      peer: '',
      ratio: '',
      target: '0',
      met: wrong.length === 0,
    };
    return [all, ...wrong];
  } finally {
    await forgetDestinations(database.pool);
    await database.close();
  }
}

/** A question, with its milliseconds. */
interface Timed {
  readonly question: Question;
  readonly document: DocumentNode;
  readonly points: number;
  readonly ms: number;
}

const isOff = (ms: number, points: number): boolean => ms > floorMs && ms > most * points * pointMs;

const line = ({ field, how }: Question, ms: number, points: number): Result => ({
  what: how === '' ? field : `${field}, ${how}`,
  concord: `${ms.toFixed(1)} ms`,
  peer: `${points} points = ${(points * pointMs).toFixed(1)} ms`,
  ratio: `${(ms / (points * pointMs)).toFixed(1)}x`,
  target: `<= ${most}x`,
  met: false,
});
