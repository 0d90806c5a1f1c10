import type { Address, ParametersGiven } from '../address/address.ts';
import { listIn } from '../address/parameters.ts';
import { chartAddress } from '../charts/chart-address.ts';
import type { Verdict } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';
import { usualVerdicts, verdicts } from '../words/verdicts.ts';

/** The query of a comparison view, completely contained in its address. */
export interface Question extends AskedScope {
  readonly parties: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** The open stance; null if none is open. */
  readonly stance: string | null;
  /** The bloc and the proposition whose members are shown, `nato:tw-inalienable`; null if none are. */
  readonly members: string | null;
}

/** The initial query of the page: the joint statement with which the ledger started. */
const opening = { parties: ['CN', 'RU'], asOf: '2022-02-04' };

/** Parses the query in an address. Missing and invalid values have their defaults. */
export function readQuestion({ parameters }: Pick<Address, 'parameters'>): Question {
  const asked = listIn(parameters, 'parties');
  const chosenVerdicts = verdicts.filter((verdict) => listIn(parameters, 'verdicts')?.includes(verdict));
  const scope = readScope(parameters);
  return {
    ...scope,
    parties: asked ?? opening.parties,
    asOf: scope.asOf ?? (asked === null ? opening.asOf : null),
    verdicts: chosenVerdicts.length > 0 ? chosenVerdicts : usualVerdicts,
    stance: parameters.get('stance'),
    members: parameters.get('members'),
  };
}

/** The parameters of a query in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  parties: question.parties,
  ...scopeParameters(question),
  verdicts: isUsual(question.verdicts) ? null : question.verdicts,
  stance: question.stance,
  members: question.members,
});

/** The address of a query. */
export const addressOf = (question: Question): string => chartAddress('compare', parametersOf(question));

const isUsual = (shown: readonly Verdict[]) =>
  shown.length === usualVerdicts.length && usualVerdicts.every((one) => shown.includes(one));

/** Number of rows that are shown first. */
export const pageSize = 100;

/** The GraphQL variables of a query. */
export const comparisonVariables = (question: Question) => ({
  parties: question.parties,
  scope: scopeOf(question),
  policy: policyOf(question),
  // Of one party every row is unknown, and the server knows to show those.
  verdicts: question.parties.length === 1 && isUsual(question.verdicts) ? null : question.verdicts,
  first: pageSize,
});
