import type { ParametersGiven } from '../address/address.ts';
import { choiceIn, listIn } from '../address/parameters.ts';
import type { PolicyInput, ScopeInput, SeriesPeriod } from '../generated/graphql.ts';
import { type AskedScope, policyOf, readScope, scopeOf, scopeParameters, unless } from '../scope/asked-scope.ts';

/** What the lines are: one of all parties together, one for each issue, or one for each pair. */
export type Lines = 'together' | 'issues' | 'pairs';

/** The question of a trend, completely contained in its address. */
export interface Question extends AskedScope {
  readonly parties: readonly string[];
  readonly by: SeriesPeriod;
  /** Null: together for two parties, pairs for more. */
  readonly lines: Lines | null;
  /** Of more parties than have all their pairs drawn, the one whose pairs are; null: the first. */
  readonly pairsOf: string | null;
}

/** Parses the question in an address. Missing and invalid values have their defaults. */
export function readQuestion(parameters: URLSearchParams): Question {
  return {
    ...readScope(parameters),
    parties: listIn(parameters, 'parties') ?? [],
    by: choiceIn(parameters, 'by', ['QUARTER', 'MONTH', 'SESSION']) ?? 'YEAR',
    lines: choiceIn(parameters, 'lines', ['together', 'issues', 'pairs']),
    pairsOf: parameters.get('pairsOf'),
  };
}

/** The parameters of a question in an address, without defaults. */
export const parametersOf = (question: Question): ParametersGiven => ({
  parties: question.parties,
  ...scopeParameters(question),
  by: unless(question.by, 'YEAR'),
  lines: question.lines,
  pairsOf: question.pairsOf,
});

/** What the lines of a question are. */
export const linesOf = ({ lines, parties }: Question): Lines =>
  parties.length < 3 ? (lines === 'issues' ? 'issues' : 'together') : (lines ?? 'pairs');

/** Up to so many parties have all of their pairs drawn. */
const mostInAllPairs = 4;

/** Whose pairs are drawn one party at a time; null: all pairs are. */
export function focusOf({ parties, pairsOf }: Question): string | null {
  if (parties.length <= mostInAllPairs) return null;
  return parties.find((key) => key === pairsOf) ?? parties[0] ?? null;
}

/** What the API is asked for one or several lines. */
export interface Request {
  readonly parties: readonly string[];
  /** The others with each of whom the only one of `parties` is compared. */
  readonly with?: readonly string[];
  readonly scope: ScopeInput;
  readonly policy: PolicyInput;
  readonly by: SeriesPeriod;
}

/** A request for more pairs would cost too much. */
const mostPairs = 25;

const inParts = (parties: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(parties.length / mostPairs) }, (_, part) =>
    parties.slice(part * mostPairs, (part + 1) * mostPairs),
  );

/** The requests that make the lines of a question: one, or one for each issue or for each party with those after it. */
export function requestsOf(question: Question, issues: readonly string[]): readonly Request[] {
  const { parties, by } = question;
  const scope = scopeOf(question);
  const request = { parties, scope, policy: policyOf(question), by };
  switch (linesOf(question)) {
    case 'together':
      return [request];
    case 'issues':
      return issues.map((issue) => ({ ...request, scope: { ...scope, issues: [issue] } }));
    case 'pairs': {
      const focus = focusOf(question);
      if (focus !== null) {
        const others = inParts(parties.filter((party) => party !== focus));
        return others.map((part) => ({ ...request, parties: [focus], with: part }));
      }
      return parties.slice(0, -1).map((one, index) => ({ ...request, parties: [one], with: parties.slice(index + 1) }));
    }
  }
}
