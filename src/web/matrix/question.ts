import { type ParametersGiven, writeAddress } from '../address/address.ts';
import { choiceIn, listIn, numberIn } from '../address/parameters.ts';
import type { AskChart } from '../charts/change-by.ts';
import type { AgreementMatrixQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';

/** Rows and columns by name, so that neighbours agree, or group by group. */
export type Order = 'likeness' | 'name' | 'groups';

/** How the pairs of the table form are sorted. */
export type PairOrder = 'highest' | 'lowest' | 'most-shared';

/** The query of a matrix, completely contained in its parameters. */
export interface Question extends AskedScope {
  /** Null: all countries that hold a position in scope. */
  readonly parties: readonly string[] | null;
  readonly order: Order;
  /** Zoom of the map relative to the size that fits. */
  readonly zoom: number;
  /** The party whose pairs the table form shows; null: all. */
  readonly pairsOf: string | null;
  readonly pairOrder: PairOrder;
}

export interface Asked {
  readonly question: Question;
  readonly ask: AskChart<Question>;
}

const orders: readonly Order[] = ['likeness', 'name', 'groups'];
const mostZoom = 8;

/** Parses the query in parameters. Missing and invalid values have their defaults. */
export function readQuestion(parameters: URLSearchParams): Question {
  const parties = listIn(parameters, 'parties');
  return {
    ...readScope(parameters),
    parties: parties?.length ? parties : null,
    order: choiceIn(parameters, 'order', orders) ?? 'likeness',
    zoom: Math.min(mostZoom, Math.max(1, numberIn(parameters, 'zoom') ?? 1)),
    pairsOf: parameters.get('pairsOf'),
    pairOrder: choiceIn(parameters, 'pairOrder', ['lowest', 'most-shared']) ?? 'highest',
  };
}

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  parties: question.parties,
  ...scopeParameters(question),
  order: unless(question.order, 'likeness'),
  zoom: unless(question.zoom, 1),
  pairsOf: question.pairsOf,
  pairOrder: unless(question.pairOrder, 'highest'),
});

/** The address of the comparison of some of a matrix's parties, with the same scope and policy. */
export const comparisonAddress = (question: Question, parties: readonly string[]): string =>
  writeAddress('/compare', { parties, ...scopeParameters(question) });

/** The GraphQL variables of a query. */
export const matrixVariables = (question: Question): AgreementMatrixQueryVariables => ({
  ...(question.parties !== null && { parties: question.parties }),
  scope: scopeOf(question),
  policy: policyOf(question),
});
