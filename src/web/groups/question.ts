import type { ParametersGiven } from '../address/address.ts';
import { choiceIn, numberIn } from '../address/parameters.ts';
import type { AskChart } from '../charts/change-by.ts';
import type { PartyGroupsQueryVariables } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';
import { groupsTexts } from '../texts/en-groups.ts';

/** The query of the view of groups, completely contained in its parameters. */
export interface Question extends AskedScope {
  /** How many groups; null: as many as suit best. */
  readonly number: number | null;
  /** The least share of the propositions that a party must hold, as written in the address. */
  readonly held: string;
}

export interface Asked {
  readonly question: Question;
  readonly ask: AskChart<Question>;
}

export const mostGroups = 20;
const usualHeld = '0.3';
const shares = groupsTexts.heldOptions.map(([share]) => share);

/** Parses the query in parameters. Missing and invalid values have their defaults. */
export function readQuestion(parameters: URLSearchParams): Question {
  const number = numberIn(parameters, 'number');
  return {
    ...readScope(parameters),
    number: number === null || number < 1 || number > mostGroups ? null : number,
    held: choiceIn(parameters, 'held', shares) ?? usualHeld,
  };
}

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  number: question.number,
  held: unless(question.held, usualHeld),
  ...scopeParameters({ ...question, measure: 'AGREEMENT' }),
});

/** The GraphQL variables of a query: groups are of the measure AGREEMENT alone. */
export const groupsVariables = (question: Question): PartyGroupsQueryVariables => ({
  scope: scopeOf(question),
  policy: policyOf({ ...question, measure: 'AGREEMENT' }),
  groups: question.number,
  minimumHeld: Number(question.held),
});
