import { type Address, writeAddress } from '../address/address.ts';
import { choiceIn, dayIn, listIn, numberIn } from '../address/parameters.ts';
import type { Measure, NeutralPolicy, PropositionKind, ScopeInput, Verdict } from '../generated/graphql.ts';
import { measures } from '../words/measures.ts';
import { usualVerdicts, verdicts } from '../words/verdicts.ts';

/** What a comparison is asked, all of it in its address. */
export interface Question {
  readonly parties: readonly string[];
  /** Null: all issues. */
  readonly issues: readonly string[] | null;
  /** Null: claims. */
  readonly kinds: readonly PropositionKind[] | null;
  /** Null: today. */
  readonly asOf: string | null;
  /** The revision that is asked; null: the newest. */
  readonly revision: number | null;
  readonly measure: Measure;
  readonly neutral: NeutralPolicy;
  readonly verdicts: readonly Verdict[];
  /** The stance that is looked at; null when none is. */
  readonly stance: string | null;
}

const kinds: readonly PropositionKind[] = ['CLAIM', 'ROLL_CALL'];
const neutrals: readonly NeutralPolicy[] = ['KEEP', 'EXCLUDE'];

/** What the page opens with: the joint statement that the ledger began with. */
const opening = { parties: ['CN', 'RU'], asOf: '2022-02-04' };

/** Reads the question that an address asks. What it does not name, or names wrongly, is as usual. */
export function readQuestion({ parameters }: Address): Question {
  const asked = listIn(parameters, 'parties');
  const chosenVerdicts = verdicts.filter((verdict) => listIn(parameters, 'verdicts')?.includes(verdict));
  const issues = listIn(parameters, 'issues');
  const chosenKinds = kinds.filter((kind) => listIn(parameters, 'kinds')?.includes(kind));
  return {
    parties: asked ?? opening.parties,
    issues: issues?.length ? issues : null,
    kinds: chosenKinds.length > 0 ? chosenKinds : null,
    asOf: dayIn(parameters, 'asOf') ?? (asked === null ? opening.asOf : null),
    revision: numberIn(parameters, 'revision'),
    measure: choiceIn(parameters, 'measure', measures) ?? 'AGREEMENT',
    neutral: choiceIn(parameters, 'neutral', neutrals) ?? 'KEEP',
    verdicts: chosenVerdicts.length > 0 ? chosenVerdicts : usualVerdicts,
    stance: parameters.get('stance'),
  };
}

/** The address of a question; what is as usual is left out. */
export function addressOf(question: Question): string {
  const { parties, issues, kinds: chosen, asOf, revision, measure, neutral, verdicts: shown, stance } = question;
  const isUsual = shown.length === usualVerdicts.length && usualVerdicts.every((one) => shown.includes(one));
  return writeAddress('/compare', {
    parties,
    issues,
    kinds: chosen,
    asOf,
    revision,
    measure: measure === 'AGREEMENT' ? null : measure,
    neutral: neutral === 'KEEP' ? null : neutral,
    verdicts: isUsual ? null : shown,
    stance,
  });
}

/** The scope of a question, as the API takes it. */
export const scopeOf = ({ issues, kinds: chosen, asOf, revision }: Question): ScopeInput => ({
  ...(issues !== null && { issues }),
  ...(chosen !== null && { kinds: chosen }),
  ...(asOf !== null && { asOf }),
  ...(revision !== null && { asKnownAt: revision }),
});

/** As many rows as are shown at first. */
export const pageSize = 100;

/** The variables of the comparison that a question asks for. */
export const comparisonVariables = (question: Question) => ({
  parties: question.parties,
  scope: scopeOf(question),
  policy: { measure: question.measure, neutral: question.neutral },
  verdicts: question.verdicts,
  first: pageSize,
});
