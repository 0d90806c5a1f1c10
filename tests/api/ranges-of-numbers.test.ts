import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useDatabase('seeded'));

interface NumberPlace {
  readonly type: 'Int' | 'Float';
  readonly least: number;
  /** Null: no limit. */
  readonly most: number | null;
}

const unranged = new Set([
  'Query.revision(number)', // null when there is none
  'Query.storedQuery(version)', // null when there is none
]);

/** `0 to 250`, `from 1` or `at least 1`, as descriptions say it. */
function rangeIn(description: string): Pick<NumberPlace, 'least' | 'most'> | null {
  const [, from, to] = /\b([\d.]+) to (\d+(?:\.\d+)?)\b/.exec(description) ?? [];
  if (from !== undefined && to !== undefined) return { least: Number(from), most: Number(to) };
  const [, least] = /(?:at least|from) (\d+)\b/.exec(description) ?? [];
  return least === undefined ? null : { least: Number(least), most: null };
}

/** A question with a number for each place where the schema states the range of one. */
const questions: Readonly<Record<string, string>> = {
  'Agreement.interval(level)': 'agreement(parties: ["CN", "US"]) { interval(level: $n) { low } }',
  'AgreementMatrix.intervals(level)': 'agreementMatrix(parties: ["CN", "US"]) { intervals(level: $n) { low } }',
  'AgreementPair.interval(level)': 'party(key: "CN") { nearest(first: 1) { interval(level: $n) { low } } }',
  'AgreementSeries.turningPoints(minimumValues)':
    'agreementSeries(parties: ["CN", "US"], by: YEAR) { turningPoints(minimumValues: $n) { gap } }',
  'AgreementSeries.turningPoints(penalty)':
    'agreementSeries(parties: ["CN", "US"], by: YEAR) { turningPoints(penalty: $n) { gap } }',
  'Comparison.rows(minimumHolders)': 'comparison(parties: ["CN", "US"]) { rows(minimumHolders: $n) { totalCount } }',
  'DerivationInput.minimumCoverage':
    'agreement(parties: ["CN", "US"], policy: { derivation: { minimumCoverage: $n } }) { value }',
  'Party.farthest(first)': 'party(key: "CN") { farthest(first: $n) { value } }',
  'Party.nearest(first)': 'party(key: "CN") { nearest(first: $n) { value } }',
  'PartyGroup.wedges(minimumHolders)': 'structure { groups { wedges(minimumHolders: $n) { totalCount } } }',
  'PolicyInput.minimumShared': 'agreement(parties: ["CN", "US"], policy: { minimumShared: $n }) { value }',
  'Query.commonGround(minimumHolders)': 'commonGround(parties: ["CN", "US"], minimumHolders: $n) { revision }',
  'Query.commonGround(quorum)': 'commonGround(parties: ["CN", "US"], quorum: $n) { revision }',
  'Query.idealPoints(minimumMinority)': 'idealPoints(minimumMinority: $n) { revision }',
  'Query.idealPoints(minimumVoted)': 'idealPoints(minimumVoted: $n) { revision }',
  'Query.parties(first)': 'parties(first: $n) { totalCount }',
  'Query.parties(last)': 'parties(last: $n) { totalCount }',
  'Query.rollCalls(mostMargin)': 'rollCalls(mostMargin: $n) { totalCount }',
  'Query.structure(dimensions)': 'structure(dimensions: $n) { revision }',
  'Query.structure(groups)': 'structure(groups: $n) { revision }',
  'Query.structure(minimumHeld)': 'structure(minimumHeld: $n) { revision }',
  'Query.structureSeries(dimensions)': 'structureSeries(by: YEAR, from: "2020-01-01", dimensions: $n) { revision }',
  'Query.structureSeries(groups)': 'structureSeries(by: YEAR, from: "2020-01-01", groups: $n) { revision }',
  'Query.structureSeries(minimumHeld)': 'structureSeries(by: YEAR, from: "2020-01-01", minimumHeld: $n) { revision }',
  'Query.unknowns(first)': 'unknowns(first: $n) { revision }',
  'Query.wedges(minimumHolders)': 'wedges(left: ["CN"], minimumHolders: $n) { revision }',
  'SeriesPoint.interval(level)':
    'agreementSeries(parties: ["CN", "US"], by: YEAR) { points { interval(level: $n) { low } } }',
  'SeriesWith.turningPoints(minimumValues)':
    'agreementSeries(parties: ["CN"], with: ["US"], by: YEAR) { with { turningPoints(minimumValues: $n) { gap } } }',
  'SeriesWith.turningPoints(penalty)':
    'agreementSeries(parties: ["CN"], with: ["US"], by: YEAR) { with { turningPoints(penalty: $n) { gap } } }',
};

/** Places whose range another test holds, because a write or a subscription asks. */
const heldElsewhere = ['AmendExportInput.keep', 'CreateExportInput.keep', 'Subscription.agreementChanged(by)'];

let places: Map<string, NumberPlace>;
beforeAll(async () => {
  const { __schema } = await server.dataOf<IntrospectionQuery>(getIntrospectionQuery());
  const inputs = __schema.types.flatMap((type) => {
    if (type.kind === 'INPUT_OBJECT')
      return type.inputFields.map((field) => ({ place: `${type.name}.${field.name}`, field }));
    if (type.kind !== 'OBJECT') return [];
    return type.fields.flatMap(({ name, args }) =>
      args.map((field) => ({ place: `${type.name}.${name}(${field.name})`, field })),
    );
  });
  places = new Map(
    inputs.flatMap(({ place, field: { type: given, description } }) => {
      const type = given.kind === 'NON_NULL' ? given.ofType : given;
      if (type.kind !== 'SCALAR' || (type.name !== 'Int' && type.name !== 'Float') || unranged.has(place)) return [];
      const range = rangeIn(description ?? '');
      return range === null ? [] : [[place, { type: type.name, ...range }]];
    }),
  );
});

/** Every list is paged alike. */
const isOfPages = (place: string) => /\((?:first|last)\)$/.test(place) && questions[place] === undefined;

test('there is a question for every number whose range the schema states', () => {
  const stated = [...places.keys()].filter((place) => !isOfPages(place)).sort();
  expect(stated).toEqual([...Object.keys(questions), ...heldElsewhere].sort());
});

const askedWith = ({ type }: NumberPlace, field: string, n: number) =>
  server.errorOf(`query ($n: ${type}!) { ${field} }`, { n });

test.each(Object.entries(questions))('the range that is stated for %s holds', async (place, field) => {
  const number = places.get(place) as NumberPlace; // the test above
  const { least, most } = number;
  const step = number.type === 'Int' ? 1 : 0.001;
  for (const allowed of [least, most ?? 2 ** 31 - 1])
    expect((await askedWith(number, field, allowed)).code).toBeUndefined();
  for (const refused of [least - step, most === null ? least - 2 * step : most + step])
    expect(await askedWith(number, field, refused)).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(/^\w+: found .*, expected .*\d/),
    });
});
