import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));

test.each([
  [
    '{ countries { name } }',
    'Cannot query field "name" on type "QueryCountriesConnection". Did you mean "nodes { name }"?',
  ],
  [
    '{ party(key: "nato") { members { member { key } } } }',
    'Cannot query field "member" on type "PartyMembersConnection". Did you mean "nodes { member }"?',
  ],
  [
    '{ countries { edges { name } } }',
    'Cannot query field "name" on type "QueryCountriesConnectionEdge". Did you mean "node { name }"?',
  ],
  ['{ countries { nodes { nam } } }', 'Cannot query field "nam" on type "Party". Did you mean "name"?'],
])('%s', async (query, message) => {
  expect((await server.errorOf(query)).message).toBe(message);
});

const agreement = (measure: string) =>
  `{ agreement(parties: ["CN", "RU"], policy: { measure: ${measure} }) { value } }`;

test.each([
  ['KAPPA', '"WEIGHTED_KAPPA"'],
  ['PI', '"WEIGHTED_PI"'],
  ['SSCORE', '"S_SCORE"'],
  ['agreement', '"AGREEMENT"'],
])('of a measure %s %s is named first, whether it is in the document or in a variable', async (measure, meant) => {
  const { message } = await server.errorOf(agreement(measure));
  expect(message).toContain(
    `Value "${measure}" does not exist in "Measure" enum. Did you mean the enum value ${meant}`,
  );
  const byVariable = await server.errorOf(
    'query ($policy: PolicyInput) { agreement(parties: ["CN", "RU"], policy: $policy) { value } }',
    { policy: { measure } },
  );
  expect(byVariable.message).toContain(
    `Value "${measure}" does not exist in "Measure" enum. Did you mean the enum value ${meant}`,
  );
});

test('of a measure that is like none nothing is suggested', async () => {
  expect((await server.errorOf(agreement('XYZZY'))).message).toMatch(/does not exist in "Measure" enum\.$/);
});
