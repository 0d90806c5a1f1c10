import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

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
    {
      code: 'ENTAILED_TWICE',
      message: '1 passage is counted in more than one proposition, so that what was said once weighs more than once.',
      count: 1,
    },
  ]);
});

test('China and Russia agree on enough, and in their own words, some of which are counted twice', async () => {
  const agreement = await agreementOf(['CN', 'RU']);
  expect(codesOf(agreement)).toEqual(['ENTAILED_TWICE']);
  expect(agreement.warnings[0]?.count).toBe(await countedTwice(['CN', 'RU']));
});

interface Shown {
  readonly proposition: { readonly key: string };
  readonly stances: readonly {
    readonly party: { readonly key: string };
    readonly citations: readonly { readonly locator: string | null; readonly document: { readonly key: string } }[];
  }[];
}

/** Passages that show positions of one party on several propositions that count, found by reading the evidence. */
async function countedTwice(parties: readonly string[]) {
  const query = `query ($parties: [String!]!) { agreement(parties: $parties) { evidence(counted: true, first: 250) { nodes {
    proposition { key } stances { party { key } citations { locator document { key } } }
  } } } }`;
  const { agreement } = await server.dataOf<{ agreement: { evidence: { nodes: Shown[] } } }>(query, { parties });
  const shown = new Map<string, Set<string>>();
  for (const { proposition, stances } of agreement.evidence.nodes)
    for (const { party, citations } of stances)
      for (const { locator, document } of citations)
        if (locator !== null) {
          const passage = `${party.key}|${document.key} ${locator}`;
          shown.set(passage, (shown.get(passage) ?? new Set()).add(proposition.key));
        }
  const twice = [...shown].filter(([, keys]) => keys.size > 1).map(([passage]) => passage.split('|')[1]);
  return new Set(twice).size;
}

test('what rests on no common passage is not counted twice', async () => {
  expect(codesOf(await agreementOf(['CN', 'RU'], { propositions: ['nato-stop-enlargement'] }))).toEqual(['FEW_SHARED']);
});

test('without consensus texts in scope there is nothing to say of them', async () => {
  const scope = { issues: ['democracy'], bases: ['OWN_STATEMENT', 'CO_SIGNATURE', 'VOTE'] };
  expect(codesOf(await agreementOf(['CN', 'RU'], scope))).not.toContain('CONSENSUS_TEXTS');
});

test('a number that is withheld has no warning', async () => {
  const agreement = await agreementOf(['KP', 'SE'], { issues: ['democracy'] }, { minimumShared: 3 });
  expect(agreement).toMatchObject({ value: null, warnings: [] });
});
