import type { ParametersGiven } from '../address/address.ts';
import { numberIn } from '../address/parameters.ts';
import type { AskChart } from '../charts/change-by.ts';
import type { PartyMapQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';

/** The query of the map of parties, completely contained in its parameters. */
export interface Question extends AskedScope {
  /** The year that is shown; null: the last. */
  readonly year: number | null;
  /** The party that is followed; null: none. */
  readonly party: string | null;
}

export interface Asked {
  readonly question: Question;
  readonly ask: AskChart<Question>;
}

/** Parses the query in parameters. Missing and invalid values have their defaults. */
export const readQuestion = (parameters: URLSearchParams): Question => ({
  ...readScope(parameters),
  year: numberIn(parameters, 'year'),
  party: parameters.get('party') || null,
});

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  year: question.year,
  party: question.party,
  ...scopeParameters({ ...question, measure: 'AGREEMENT' }),
});

/** The GraphQL variables of a query: the map is of the measure AGREEMENT alone. */
export const mapVariables = (question: Question): PartyMapQueryVariables => ({
  scope: scopeOf(question),
  policy: policyOf({ ...question, measure: 'AGREEMENT' }),
});
