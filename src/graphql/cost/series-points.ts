import type { Around, RawArguments } from './field-cost.ts';
import { cellPoints, compared, countOf, derivingPoints, evidenceRows, within } from './points.ts';

/** Periods that a series usually has at most, by what it is divided by. */
const usually: Readonly<Record<string, number>> = { YEAR: 100, SESSION: 120, QUARTER: 400, MONTH: 1_000 };

/** How many periods a series with these arguments has. */
const periodsOf = ({ by }: RawArguments): number => usually[String(by)] ?? 1_000;

/** The parties of a series, and those that its first one is compared with. */
export function seriesSize(args: RawArguments, around: Around): Partial<Around> {
  const { parties, propositions, blocs } = compared(args, around);
  const others = countOf(args.with, 0);
  const othersAreBlocs = compared({ ...args, parties: args.with }, around).blocs;
  return { parties: parties + others, propositions, blocs: blocs + othersAreBlocs, page: periodsOf(args) };
}

const isAsked = (scope: unknown, kind: 'CLAIM' | 'ROLL_CALL') => {
  const kinds = within(scope, 'kinds');
  if (kinds == null) return kind === (within(scope, 'rollCalls') == null ? 'CLAIM' : 'ROLL_CALL');
  return [kinds].flat().includes(kind);
};

/** Points of putting the parties side by side in every period: roll calls once, claims on the last day of each. */
export function slicePoints(args: RawArguments, around: Around): number {
  const size = { ...around, ...seriesSize(args, around) };
  const claims = Math.min(size.propositions, around.ledger.claims);
  const ofClaims = { ...size, propositions: claims };
  const once = 2 * cellPoints(size) + derivingPoints(size) + size.propositions;
  const isDaily = within(args.scope, 'propositions') != null || isAsked(args.scope, 'CLAIM');
  return once + (isDaily ? size.page * (cellPoints(ofClaims) + derivingPoints(ofClaims)) : 0);
}

/** Propositions that count in one period, on average at most: all claims, and its roll calls. */
const perPeriod = ({ propositions, ledger, page }: Around): number =>
  Math.min(propositions, ledger.claims) + (2 * propositions) / page;

/** Points of a number over every pair of the parties in every period. Within a series `page` is how many periods it has. */
export function periodPoints(around: Around): number {
  const pairs = evidenceRows({ parties: around.parties, propositions: 1 });
  return 10 + around.page * (2 + pairs * (2 + perPeriod(around) / 100));
}

/** What is known at one point of a series. */
export const atPoint = (around: Around): Partial<Around> => ({ propositions: perPeriod(around) });

/**
 * Points of what every proposition adds to the points of two levels. All the levels of a series together have every point once, so that of the few turning
 * points for which a query pays each takes a part of them.
 */
export function moverPoints({ parties, propositions, page, ledger }: Around): number {
  const counted = propositions + page * Math.min(propositions, ledger.claims);
  return 50 + propositions / 2 + evidenceRows({ parties, propositions: counted }) / 16;
}
