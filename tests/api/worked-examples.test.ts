import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { type Keyed, type List, useServer } from './running-server.ts';
import { workedExamples } from './worked-examples.ts';

const server = useServer(useRecords(seeds));

const question = `query ($parties: [String!]!, $asOf: Date!) {
  comparison(parties: $parties, scope: { asOf: $asOf }) {
    rows(first: 250) { totalCount nodes { verdict side proposition { key } cells { state } } }
  }
}`;

interface Reply {
  comparison: { rows: List<Row> };
}
interface Row {
  verdict: string;
  side: string | null;
  proposition: Keyed;
  cells: { state: string }[];
}

test.each(workedExamples)('$parties on $asOf agree and disagree on just these', async (example) => {
  const { parties, asOf } = example;
  const { rows } = (await server.dataOf<Reply>(question, { parties, asOf })).comparison;
  const ofAll = rows.nodes.filter(({ cells }) => cells.every(({ state }) => state === 'HELD'));
  const propositionsThatAre = (...verdicts: string[]) =>
    ofAll.filter(({ verdict }) => verdicts.includes(verdict)).map(({ proposition }) => proposition.key);
  expect(propositionsThatAre('AGREE').toSorted()).toEqual(example.agree.toSorted());
  expect(propositionsThatAre('DIVIDED').toSorted()).toEqual(example.disagree.toSorted());
  expect(propositionsThatAre('NEUTRAL', 'MIXED').toSorted()).toEqual(example.atLeastOneNeutral.toSorted());
  const expected = example.agree.length + example.disagree.length + example.atLeastOneNeutral.length;
  expect(ofAll.length).toBe(expected);
  expect(rows.nodes.length).toBe(rows.totalCount);
  if (parties.length === 2) expect(rows.totalCount).toBe(expected);
  for (const { verdict, side } of rows.nodes) expect(side === null).toBe(verdict !== 'AGREE');
});
