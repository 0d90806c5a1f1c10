import type { Around, RawArguments } from './field-cost.ts';
import { countOf, within } from './raw-arguments.ts';

/** Parties and propositions that a comparison with these arguments has at most. */
export function compared({ parties, scope }: RawArguments, { ledger }: Around) {
  return { parties: countOf(parties, ledger.countries), propositions: propositionsIn(scope, ledger) };
}

function propositionsIn(scope: unknown, { claims, rollCalls }: Around['ledger']): number {
  const kinds = within(scope, 'kinds');
  const usual = within(scope, 'rollCalls') == null ? ['CLAIM'] : ['ROLL_CALL'];
  const meant = kinds == null ? usual : [kinds].flat();
  const all = (meant.includes('CLAIM') ? claims : 0) + (meant.includes('ROLL_CALL') ? rollCalls : 0);
  const named = within(scope, 'propositions');
  return named == null ? all : Math.min(countOf(named, 0), claims + rollCalls);
}

type Size = Pick<Around, 'parties' | 'propositions'>;

/** Points of reading what parties hold on propositions. */
export const cellPoints = ({ parties, propositions }: Size): number =>
  10 + propositions / 2 + (parties * propositions) / 64;

/** Points of a number over every pair of parties. */
export const pairPoints = ({ parties, propositions }: Size): number => 10 + (pairs(parties) * propositions) / 2_000;

/** Rows of evidence of a number: every pair on every proposition. */
export const evidenceRows = ({ parties, propositions }: Size): number => pairs(parties) * propositions;

const pairs = (parties: number) => (parties * (parties - 1)) / 2;

/** For fields within a comparison: its parties, and the points of a number over its pairs. */
export const partiesCompared = (_args: RawArguments, { parties }: Around): number => parties;
export const pairsCompared = (_args: RawArguments, around: Around): number => pairPoints(around);
