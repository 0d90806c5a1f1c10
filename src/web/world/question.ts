import { type ParametersGiven, writeAddress } from '../address/address.ts';
import type { AskChart } from '../charts/change-by.ts';
import type { WorldOfPartyQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';
import { today } from '../words/dates.ts';

/** The query of the world map, completely contained in its parameters. */
export interface Question extends AskedScope {
  /** The party whose agreement with all others is shown. */
  readonly party: string;
}

export interface Asked {
  readonly question: Question;
  readonly ask: AskChart<Question>;
}

const usualParty = 'CN';

/** Parses the query in parameters. Missing and invalid values have their defaults. */
export const readQuestion = (parameters: URLSearchParams): Question => ({
  ...readScope(parameters),
  party: parameters.get('party')?.trim() || usualParty,
});

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  party: question.party,
  ...scopeParameters(question),
});

/** The address of the comparison of the party with another, in the same scope. */
export const comparisonAddress = (question: Question, other: string): string =>
  writeAddress('/compare', { parties: [question.party, other], ...scopeParameters(question) });

/** The GraphQL variables of a query. */
export const worldVariables = (question: Question): WorldOfPartyQueryVariables => ({
  key: question.party,
  scope: { ...scopeOf(question), asOf: question.asOf ?? today() },
  policy: policyOf(question),
  asKnownAt: question.revision,
});
