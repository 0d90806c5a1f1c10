import { type Address, writeAddress } from '../address/address.ts';
import type { WorldOfPartyQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';
import { today } from '../words/dates.ts';

/** The query of the world map, completely contained in its address. */
export interface Question extends AskedScope {
  /** The party whose agreement with all others is shown. */
  readonly party: string;
}

export interface Asked {
  readonly question: Question;
  readonly ask: (change: Partial<Question>, how?: 'push' | 'replace') => void;
}

const usualParty = 'CN';

/** Parses the query in an address. Missing and invalid values have their defaults. */
export const readQuestion = ({ parameters }: Address): Question => ({
  ...readScope(parameters),
  party: parameters.get('party')?.trim() || usualParty,
});

/** The address of a query. */
export const addressOf = (question: Question): string =>
  writeAddress('/world', { party: question.party, ...scopeParameters(question) });

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
