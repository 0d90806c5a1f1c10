import { useAnswer } from '../api/use-answer.ts';
import { type AskingAll, useAnswers } from '../api/use-answers.ts';
import { LedgerDocument, type Measure, TrendDocument, type TrendQuery } from '../generated/graphql.ts';
import { list } from '../texts/intl.ts';
import { type Line, linesWith, lineTogether, withValues } from './line.ts';
import { focusOf, type Lines, linesOf, type Question, type Request, requestsOf } from './question.ts';

type Series = NonNullable<TrendQuery['agreementSeries']>;

/** A trend as it was answered, with the question that it answers. */
export interface Trend {
  readonly question: Question;
  readonly kind: Lines;
  /** Lines with at least one value. */
  readonly lines: readonly Line[];
  readonly measure: Measure;
  readonly asOf: string;
  readonly revision: number;
  readonly leftOut: Series['leftOut'];
  readonly issueNames: ReadonlyMap<string, string>;
  readonly nameOf: (key: string) => string;
  /** What was asked first; of several lines the others differ in their issue or their parties. */
  readonly asked: Request;
}

interface AskingTrend extends Pick<AskingAll<unknown, unknown, unknown>, 'error' | 'loading' | 'retry'> {
  /** Null before the first answer; while another is loading, the one before. */
  readonly trend: Trend | null;
}

/** Asks for the lines of a question. */
export function useTrend(question: Question): AskingTrend {
  const issues = useAnswer(LedgerDocument, {}).data?.issues.nodes ?? null;
  const wanted = question.issues ?? issues?.map(({ key }) => key) ?? null;
  const isReady = question.parties.length > 1 && (linesOf(question) !== 'issues' || wanted !== null);
  const requests = isReady ? { variables: requestsOf(question, wanted ?? []), about: question } : null;
  const { data, error, loading, retry } = useAnswers(TrendDocument, requests);
  if (data === null) return { trend: null, error, loading, retry };
  const answered = data.answers.flatMap(({ agreementSeries }, index) => {
    const asked = data.variables[index];
    return agreementSeries == null || asked === undefined ? [] : [{ series: agreementSeries, asked }];
  });
  const [first] = answered;
  if (first === undefined) return { trend: null, error, loading, retry };
  const names = namesIn(answered);
  const nameOf = (key: string) => names.get(key) ?? key;
  const kind = linesOf(data.about);
  const { measure, scope, leftOut } = first.series;
  const trend = {
    question: data.about,
    kind,
    lines: withValues(linesIn(answered, kind, data.about, nameOf)),
    measure,
    asOf: scope.asOf,
    revision: scope.asKnownAt,
    leftOut: kind === 'together' ? leftOut : [],
    issueNames: new Map(issues?.map(({ key, name }) => [key, name])),
    nameOf,
    asked: first.asked,
  };
  return { trend, error, loading, retry };
}

type Answered = readonly { readonly series: Series; readonly asked: Request }[];

function linesIn(
  answered: Answered,
  kind: Lines,
  question: Question,
  nameOf: (key: string) => string,
): readonly Line[] {
  switch (kind) {
    case 'together':
      return answered.map(({ series, asked }) =>
        lineTogether(series, asked, 'together', list(question.parties.map(nameOf))),
      );
    case 'issues':
      return answered.flatMap(({ series, asked }) => {
        const [issue] = series.scope.issues ?? [];
        return issue === undefined ? [] : [lineTogether(series, asked, issue.key, issue.name)];
      });
    case 'pairs':
      return answered.flatMap(({ series, asked }) => linesWith(series, asked, focusOf(question) !== null));
  }
}

/** Parties by their keys, and by what they were asked as, which may be other names of theirs. */
const namesIn = (answered: Answered): ReadonlyMap<string, string> =>
  new Map(
    answered.flatMap(({ series, asked }) => {
      const [parties, others] = [series.parties, series.with.map(({ party }) => party)];
      const called = [
        ...asked.parties.map((text, index) => [text, parties[index]?.name ?? text] as const),
        ...(asked.with ?? []).map((text, index) => [text, others[index]?.name ?? text] as const),
      ];
      return [...called, ...[...parties, ...others].map(({ key, name }) => [key, name] as const)];
    }),
  );
