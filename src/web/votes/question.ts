import { type Address, writeAddress } from '../address/address.ts';
import { choiceIn, listIn, numberIn } from '../address/parameters.ts';
import type { RollCallOrder, VoteResult, VotesQueryVariables } from '../generated/graphql.ts';
import { votesTexts } from '../texts/en-votes.ts';

/** What votes are searched for, completely contained in the address; empty texts and nulls do not restrict. */
export interface Question {
  readonly words: string;
  readonly symbol: string;
  /** `1971` or `1971-1975`. */
  readonly years: string;
  /** `74`, `ES-11`, or several. */
  readonly series: readonly string[];
  readonly issue: string | null;
  readonly result: VoteResult | null;
  readonly margin: number | null;
  readonly order: RollCallOrder;
  /** Whose votes are shown beside each. */
  readonly parties: readonly string[];
  readonly revision: number | null;
  readonly after: string | null;
}

/** Changes the question. `replace`: without a new entry in the browser's history. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

const orders = Object.keys(votesTexts.orders) as RollCallOrder[]; // its keys are all of them
const results = Object.keys(votesTexts.results) as VoteResult[];

export function readQuestion({ parameters }: Pick<Address, 'parameters'>): Question {
  const margin = Number(parameters.get('margin') ?? Number.NaN);
  return {
    words: parameters.get('q') ?? '',
    symbol: parameters.get('symbol') ?? '',
    years: parameters.get('years') ?? '',
    series: listIn(parameters, 'series') ?? [],
    issue: parameters.get('issue'),
    result: choiceIn(parameters, 'result', results),
    margin: margin >= 0 && margin <= 1 ? margin : null,
    order: choiceIn(parameters, 'order', orders) ?? 'TABLED_DESC',
    parties: listIn(parameters, 'parties') ?? [],
    revision: numberIn(parameters, 'revision'),
    after: parameters.get('after'),
  };
}

export const addressOf = ({ words, symbol, years, series, issue, result, margin, order, ...rest }: Question): string =>
  writeAddress('/votes', {
    q: words || null,
    symbol: symbol || null,
    years: years || null,
    series: series.length === 0 ? null : series,
    issue,
    result,
    margin,
    order: order === 'TABLED_DESC' ? null : order,
    parties: rest.parties.length === 0 ? null : rest.parties,
    revision: rest.revision,
    after: rest.after,
  });

/** How many filters restrict besides the words. */
export const filtersIn = ({ symbol, years, series, issue, result, margin }: Question): number =>
  [symbol !== '', years !== '', series.length > 0, issue !== null, result !== null, margin !== null].filter(Boolean)
    .length;

const mostWords = 200;

export function variablesOf(question: Question): VotesQueryVariables {
  const { words, symbol, series, issue, result, margin, order, parties, revision, after } = question;
  const [from, before] = yearsIn(question.years);
  return {
    search: words.trim().slice(0, mostWords) || null,
    symbol: symbol.trim() || null,
    from,
    before,
    issues: issue === null ? null : [issue],
    series: series.length === 0 ? null : series.map((one) => one.toUpperCase()),
    results: result === null ? null : [result],
    mostMargin: margin,
    orderBy: order,
    after,
    parties,
    areParties: parties.length > 0,
    asKnownAt: revision,
  };
}

/** The first day of years such as `1971` or `1971-1975`, and the first after them; nulls for what is none. */
function yearsIn(text: string): readonly [string | null, string | null] {
  const [, first, last = first] = /^\s*(\d{4})(?:\s*[-–]\s*(\d{4}))?\s*$/.exec(text) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) return [null, null];
  return [`${first}-01-01`, `${String(Number(last) + 1).padStart(4, '0')}-01-01`];
}
