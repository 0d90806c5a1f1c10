import type { ParametersGiven } from '../address/address.ts';
import { choiceIn, listIn } from '../address/parameters.ts';
import type { AskChart } from '../charts/change-by.ts';
import type { CoverageOfPartiesQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';

/** The parties of whom most is known first, or by name. */
export type Order = 'known' | 'name';

/** The query of the view of coverage, completely contained in its parameters. */
export interface Question extends AskedScope {
  /** Null: all countries. */
  readonly parties: readonly string[] | null;
  readonly order: Order;
}

export interface Asked {
  readonly question: Question;
  readonly ask: AskChart<Question>;
}

/** Parses the query in parameters. Missing and invalid values have their defaults. */
export function readQuestion(parameters: URLSearchParams): Question {
  const parties = listIn(parameters, 'parties');
  return {
    ...readScope(parameters),
    parties: parties?.length ? parties : null,
    order: choiceIn(parameters, 'order', ['name']) ?? 'known',
  };
}

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  parties: question.parties,
  order: unless(question.order, 'known'),
  ...scopeParameters(question),
});

/** The GraphQL variables of a query. */
export const coverageVariables = (question: Question): CoverageOfPartiesQueryVariables => ({
  scope: scopeOf(question),
  ...(question.parties !== null && { parties: question.parties }),
});
