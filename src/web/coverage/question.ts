import { type Address, writeAddress } from '../address/address.ts';
import { choiceIn, listIn } from '../address/parameters.ts';
import type { CoverageOfPartiesQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';

/** The parties of whom most is known first, or by name. */
export type Order = 'known' | 'name';

/** The query of the view of coverage, completely contained in its address. */
export interface Question extends AskedScope {
  /** Null: all countries. */
  readonly parties: readonly string[] | null;
  readonly order: Order;
}

export interface Asked {
  readonly question: Question;
  readonly ask: (change: Partial<Question>, how?: 'push' | 'replace') => void;
}

/** Parses the query in an address. Missing and invalid values have their defaults. */
export function readQuestion({ parameters }: Address): Question {
  const parties = listIn(parameters, 'parties');
  return {
    ...readScope(parameters),
    parties: parties?.length ? parties : null,
    order: choiceIn(parameters, 'order', ['name']) ?? 'known',
  };
}

/** The address of a query. */
export const addressOf = (question: Question): string =>
  writeAddress('/coverage', {
    parties: question.parties,
    order: unless(question.order, 'known'),
    ...scopeParameters(question),
  });

/** The GraphQL variables of a query. */
export const coverageVariables = (question: Question): CoverageOfPartiesQueryVariables => ({
  scope: scopeOf(question),
  ...(question.parties !== null && { parties: question.parties }),
});
