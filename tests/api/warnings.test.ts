import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useDatabase('seeded'));

interface Agreement {
  readonly value: number | null;
  readonly sharedPropositions: number;
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly count: number }[];
}

async function agreementOf(parties: readonly string[], scope: object = {}, policy: object = {}) {
  const query = `query ($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
    agreement(parties: $parties, scope: $scope, policy: $policy) { value sharedPropositions warnings { code message count } }
  }`;
  return (await server.dataOf<{ agreement: Agreement }>(query, { parties, scope, policy })).agreement;
}

const codesOf = ({ warnings }: Agreement) => warnings.map(({ code }) => code);

test('North Korea and Sweden agree on democracy only through one summit text, and the number says so', async () => {
  const agreement = await agreementOf(['KP', 'SE'], { issues: ['democracy'] });
  expect(agreement).toMatchObject({ value: 1, sharedPropositions: 2 });
  expect(agreement.warnings).toEqual([
    { code: 'FEW_SHARED', message: 'The value rests on 2 shared propositions, fewer than 10.', count: 2 },
    {
      code: 'CONSENSUS_TEXTS',
      message:
        '2 of the 2 comparisons that count come from texts adopted by consensus, which show less of what each party holds.',
      count: 2,
    },
    {
      code: 'STALE',
      message:
        '2 of the 2 comparisons that count rest on a stance that was last confirmed before 2021-01-15, five years before 2026-01-15.',
      count: 2,
    },
  ]);
});

test('China and Russia agree on enough, and in their own words', async () => {
  expect(codesOf(await agreementOf(['CN', 'RU']))).toEqual([]);
});

test('without consensus texts in scope there is nothing to say of them', async () => {
  const scope = { issues: ['democracy'], bases: ['OWN_STATEMENT', 'CO_SIGNATURE', 'VOTE'] };
  expect(codesOf(await agreementOf(['CN', 'RU'], scope))).toEqual(['FEW_SHARED']);
});

test('a number that is withheld has no warning', async () => {
  const agreement = await agreementOf(['KP', 'SE'], { issues: ['democracy'] }, { minimumShared: 3 });
  expect(agreement).toMatchObject({ value: null, warnings: [] });
});
