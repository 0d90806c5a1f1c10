import { type Address, writeAddress } from '../address/address.ts';
import { choiceIn, numberIn } from '../address/parameters.ts';
import type { PartyGroupsQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';
import { mapsTexts } from '../texts/en-maps.ts';

/** The query of the view of groups, completely contained in its address. */
export interface Question extends AskedScope {
  /** How many groups; null: as many as suit best. */
  readonly number: number | null;
  /** The least share of the propositions that a party must hold, as written in the address. */
  readonly held: string;
}

export interface Asked {
  readonly question: Question;
  readonly ask: (change: Partial<Question>, how?: 'push' | 'replace') => void;
}

export const mostGroups = 20;
const usualHeld = '0.3';
const shares = mapsTexts.groups.heldOptions.map(([share]) => share);

/** Parses the query in an address. Missing and invalid values have their defaults. */
export function readQuestion({ parameters }: Address): Question {
  const number = numberIn(parameters, 'number');
  return {
    ...readScope(parameters),
    number: number === null || number < 1 || number > mostGroups ? null : number,
    held: choiceIn(parameters, 'held', shares) ?? usualHeld,
  };
}

/** The address of a query. */
export const addressOf = (question: Question): string =>
  writeAddress('/groups', {
    number: question.number,
    held: unless(question.held, usualHeld),
    ...scopeParameters(question),
  });

/** The GraphQL variables of a query: groups are of the measure AGREEMENT alone. */
export const groupsVariables = (question: Question): PartyGroupsQueryVariables => ({
  scope: scopeOf(question),
  policy: policyOf({ ...question, measure: 'AGREEMENT' }),
  groups: question.number,
  minimumHeld: Number(question.held),
});
