import { beforeAll, describe, expect, test, vi } from 'vitest';
import { useServer } from '../api/running-server.ts';
import { runConcord } from '../cli/run-concord.ts';
import { useDatabase } from '../support/database.ts';
import { dataAreThere, type PublishedScore, publishedScores, rollCalls } from './published-scores.ts';

const minutes = 60_000;
const scores = dataAreThere ? publishedScores() : [];
const byPair = Map.groupBy(scores, ({ a, b }) => `${a} and ${b}`);

const question = `query ($parties: [String!]!, $session: Int!, $policy: PolicyInput!) {
  agreement(parties: $parties, scope: { kinds: [ROLL_CALL], rollCalls: { bodies: ["UNGA"], sessions: [$session] } }, policy: $policy) {
    value reason sharedPropositions
  }
}`;

interface Answer {
  readonly agreement: {
    readonly value: number | null;
    readonly reason: string | null;
    readonly sharedPropositions: number;
  };
}

// The votes are not part of the project.
const title = dataAreThere ? 'the votes of the UN General Assembly' : 'SKIPPED, because ../shared/data is not there:';

describe.skipIf(!dataAreThere)(title, () => {
  const database = useDatabase('seeded');
  const { dataOf } = useServer(database);

  beforeAll(async () => {
    const run = await runConcord(['import', 'unga', '--dir', rollCalls], { DATABASE_URL: database.url });
    expect(run).toMatchObject({ code: 0 });
    // The server that runs meanwhile reads it all.
    await vi.waitFor(
      async () => expect(await dataOf('{ dataset { revision } }')).toEqual({ dataset: { revision: 2 } }),
      {
        timeout: minutes,
      },
    );
  }, 10 * minutes);

  const ask = async (parties: readonly string[], session: number, policy: object) =>
    (await dataOf<Answer>(question, { parties, session, policy })).agreement;

  test('are compared with all the scores that are there', () => {
    expect(scores.length).toBe(366);
  });

  test.each([...byPair])(
    'give the published agreement of %s, session by session, from as many roll calls',
    async (_, published: readonly PublishedScore[]) => {
      for (const { a, b, session, agree, rollCalls } of published) {
        const { value, sharedPropositions } = await ask([a, b], session, {
          measure: 'AGREEMENT',
          unanimousRollCalls: 'EXCLUDE',
        });
        expect({ session, sharedPropositions }).toEqual({ session, sharedPropositions: rollCalls });
        expect(Math.abs((value ?? Number.NaN) - agree), `session ${session}`).toBeLessThan(1e-9);
      }
    },
    5 * minutes,
  );

  // By raw measures the two pairs are alike; only of the second does agreement beyond chance stand far higher among all pairs.
  test.each([
    ['IN', 'BR', { IDENTICAL: 54, AGREEMENT: 54, COINCIDENCE: 52, WEIGHTED_KAPPA: 61, WEIGHTED_PI: 62, ALPHA: 62 }, []],
    [
      'RU',
      'BY',
      { IDENTICAL: 56, AGREEMENT: 53, COINCIDENCE: 47, WEIGHTED_KAPPA: 88, WEIGHTED_PI: 87, ALPHA: 87 },
      ['MEASURES_DIFFER'],
    ],
  ])(
    '%s and %s stand at the percentiles %j in session 73, with warnings %j, as docs/measures.md says',
    async (a, b, expected, codes) => {
      const { agreement } = await dataOf<{
        agreement: {
          warnings: { code: string; count: number }[];
          measures: { measure: string; percentile: number | null }[];
        };
      }>(
        `query ($parties: [String!]!) { agreement(parties: $parties, scope: { kinds: [ROLL_CALL], rollCalls: { bodies: ["UNGA"], sessions: [73] } }) {
        warnings { code count } measures { measure percentile }
      } }`,
        { parties: [a, b] },
      );
      const at = new Map(
        agreement.measures.map(({ measure, percentile }) => [measure, Math.round(percentile ?? Number.NaN)]),
      );
      expect(Object.fromEntries(at)).toMatchObject(expected);
      const percentiles = agreement.measures.flatMap(({ percentile }) => percentile ?? []);
      const apart = Math.max(...percentiles) - Math.min(...percentiles);
      expect(apart > 25).toBe(codes.length > 0);
      const differing = agreement.warnings.filter(({ code }) => code === 'MEASURES_DIFFER');
      expect(differing).toEqual(codes.map((code) => ({ code, count: Math.round(apart) })));
    },
  );

  // docs/measures.md says these.
  test.each([
    ['IN', 'BR', 'IDENTICAL', 0.768, 95],
    ['RU', 'BY', 'IDENTICAL', 0.785, 93],
    ['IN', 'BR', 'AGREEMENT', 0.863, 95],
    ['RU', 'BY', 'AGREEMENT', 0.86, 93],
    ['IN', 'BR', 'WEIGHTED_KAPPA', 0.189, 95],
    ['RU', 'BY', 'WEIGHTED_KAPPA', 0.573, 93],
  ])('make %s and %s in session 73 agree by %s as %d', async (a, b, measure, expected, shared) => {
    for (const unanimousRollCalls of ['INCLUDE', 'EXCLUDE']) {
      const { value, sharedPropositions } = await ask([a, b], 73, { measure, unanimousRollCalls });
      expect({ value: value?.toFixed(3), sharedPropositions }).toEqual({
        value: expected.toFixed(3),
        sharedPropositions: shared,
      });
    }
  });
});
