import { type Address, writeAddress } from '../address/address.ts';
import { numberIn } from '../address/parameters.ts';
import type { PartyMapQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';

/** The query of the map of parties, completely contained in its address. */
export interface Question extends AskedScope {
  /** The year that is shown; null: the last. */
  readonly year: number | null;
  /** The party that is followed; null: none. */
  readonly party: string | null;
}

export interface Asked {
  readonly question: Question;
  readonly ask: (change: Partial<Question>, how?: 'push' | 'replace') => void;
}

/** Parses the query in an address. Missing and invalid values have their defaults. */
export const readQuestion = ({ parameters }: Address): Question => ({
  ...readScope(parameters),
  year: numberIn(parameters, 'year'),
  party: parameters.get('party') || null,
});

/** The address of a query. */
export const addressOf = (question: Question): string =>
  writeAddress('/map', { year: question.year, party: question.party, ...scopeParameters(question) });

/** The GraphQL variables of a query: the map is of the measure AGREEMENT alone. */
export const mapVariables = (question: Question): PartyMapQueryVariables => ({
  scope: scopeOf(question),
  policy: policyOf({ ...question, measure: 'AGREEMENT' }),
});
