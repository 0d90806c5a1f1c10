import { type Address, writeAddress } from '../address/address.ts';
import { listIn } from '../address/parameters.ts';
import type { Verdict } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters } from '../scope/asked-scope.ts';
import { usualVerdicts, verdicts } from '../words/verdicts.ts';

/** What a comparison is asked, all of it in its address. */
export interface Question extends AskedScope {
  readonly parties: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** The stance that is looked at; null when none is. */
  readonly stance: string | null;
}

/** What the page opens with: the joint statement that the ledger began with. */
const opening = { parties: ['CN', 'RU'], asOf: '2022-02-04' };

/** Reads the question that an address asks. What it does not name, or names wrongly, is as usual. */
export function readQuestion({ parameters }: Address): Question {
  const asked = listIn(parameters, 'parties');
  const chosenVerdicts = verdicts.filter((verdict) => listIn(parameters, 'verdicts')?.includes(verdict));
  const scope = readScope(parameters);
  return {
    ...scope,
    parties: asked ?? opening.parties,
    asOf: scope.asOf ?? (asked === null ? opening.asOf : null),
    verdicts: chosenVerdicts.length > 0 ? chosenVerdicts : usualVerdicts,
    stance: parameters.get('stance'),
  };
}

/** The address of a question; what is as usual is left out. */
export function addressOf(question: Question): string {
  const { parties, verdicts: shown, stance } = question;
  const isUsual = shown.length === usualVerdicts.length && usualVerdicts.every((one) => shown.includes(one));
  return writeAddress('/compare', {
    parties,
    ...scopeParameters(question),
    verdicts: isUsual ? null : shown,
    stance,
  });
}

/** As many rows as are shown at first. */
export const pageSize = 100;

/** The variables of the comparison that a question asks for. */
export const comparisonVariables = (question: Question) => ({
  parties: question.parties,
  scope: scopeOf(question),
  policy: policyOf(question),
  verdicts: question.verdicts,
  first: pageSize,
});
