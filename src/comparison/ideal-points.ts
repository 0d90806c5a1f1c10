import type { VotesRule } from '#agreement/ideal/divided-votes.ts';
import {
  type IdealPoint,
  type IdealPoints,
  idealPointsOf,
  type PropositionCuts,
} from '#agreement/ideal/ideal-points.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type Party, type Proposition, rowAt } from '#snapshot/catalogue.ts';
import type { Comparison } from './comparison.ts';
import { highestFirst } from './proposition-order.ts';
import type { ScopeRequest } from './scope.ts';

/** Propositions on which an estimate rests at most: the time that it takes grows with them, and with the square of the parties. */
export const mostEstimated = 300;

/** The party whose value is positive where nobody says otherwise, as in the published estimates. */
const usuallyPositive = 'US';

/** The ideal points of the parties of a comparison, with what they were estimated from. */
export interface EstimatedPoints {
  readonly comparison: Comparison;
  readonly rule: VotesRule;
  readonly estimated: IdealPoints;
  /** The party whose value is positive; null where it is the one farthest from the mean. */
  readonly positive: Party | null;
  /** The highest value first, then by key. */
  readonly points: readonly (IdealPoint & { readonly party: Party })[];
  /** The strongest discrimination first, then in the order of the scope. */
  readonly propositions: readonly (PropositionCuts & { readonly proposition: Proposition })[];
}

/**
 * A scope in which roll calls are of whole texts unless it says otherwise or names the propositions: votes on the paragraphs of one text are not independent of
 * each other, as the model takes votes to be, and the published estimates leave them out.
 */
export function wholeTextsOf(scope: ScopeRequest | null | undefined): ScopeRequest | null | undefined {
  const { rollCalls, kinds, propositions } = scope ?? {};
  const ofRollCalls = rollCalls != null || kinds?.includes('ROLL_CALL') === true;
  if (!ofRollCalls || propositions != null || rollCalls?.wholeTextOnly != null) return scope;
  return { ...scope, rollCalls: { ...rollCalls, wholeTextOnly: true } };
}

/**
 * The ideal points of a comparison's parties. The order of these changes nothing. Throws Refusal BAD_INPUT where a party holds a position on more propositions
 * in scope than an estimate may rest on.
 */
export function estimatedPoints(comparison: Comparison, rule: VotesRule, asked: Party | null): EstimatedPoints {
  const { policied, parties, propositions, snapshot } = comparison;
  if (propositions.length > mostEstimated)
    throw new Refusal(
      'BAD_INPUT',
      `scope: found ${propositions.length} propositions, expected at most ${mostEstimated}; name a session or a period.`,
    );
  const rows = parties.map((_, row) => row).sort((a, b) => (keyAt(parties, a) < keyAt(parties, b) ? -1 : 1));
  const isAsked = ({ ordinal, key }: Party) => (asked === null ? key === usuallyPositive : ordinal === asked.ordinal);
  const wanted = parties.findIndex(isAsked);
  const estimated = idealPointsOf(policied, rows, rule, wanted === -1 ? null : wanted);
  const { votes, cuts } = estimated;
  const points = (estimated.points ?? []).map((point, i) => ({
    ...point,
    party: parties[votes.rows[i] as number] as Party,
  }));
  const cutting = cuts.map((cut, j) => ({
    ...cut,
    proposition: rowAt(snapshot.propositions, propositions[votes.columns[j] as number] as number),
  }));
  return {
    comparison,
    rule,
    estimated,
    positive: points.find(({ party }) => isAsked(party))?.party ?? null,
    points: highestFirst(points, ({ value }) => value),
    propositions: highestFirst(cutting, ({ discrimination }) => Math.abs(discrimination)),
  };
}

const keyAt = (parties: readonly Party[], row: number): string => parties[row]?.key ?? '';

/** The parties that are left out for holding too few positions, by key, with the number of propositions kept on which they hold one. */
export const silentParties = ({ comparison, estimated }: EstimatedPoints) =>
  estimated.votes.silentRows.map(({ row, voted }) => ({ party: comparison.parties[row] as Party, voted }));

/** The propositions that are left out for dividing too few, in the order of the scope, with the number of parties that are not with most. */
export const undividedPropositions = ({ comparison: { snapshot, propositions }, estimated }: EstimatedPoints) =>
  estimated.votes.undividedColumns.map(({ column, minority }) => ({
    proposition: rowAt(snapshot.propositions, propositions[column] as number),
    minority,
  }));
