import { votesTexts } from '../texts/en-votes.ts';
import { list } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import type { Question } from './question.ts';

/** On paper, where the fields are left out: which votes are listed, and in which order. */
export function PrintedFilters({ question }: { readonly question: Question }) {
  const { words, symbol, years, series, issue, result, margin, order } = question;
  const restrictions: readonly (readonly [string, string | null])[] = [
    [votesTexts.words, words.trim() === '' ? null : texts.quoted(words)],
    [votesTexts.years, years || null],
    [votesTexts.series, series.length === 0 ? null : list(series)],
    [votesTexts.symbol, symbol || null],
    [votesTexts.issue, issue],
    [votesTexts.result, result === null ? null : votesTexts.results[result]],
    [votesTexts.closeness, votesTexts.margins.find(([most]) => most !== null && most === margin)?.[1] ?? null],
    [votesTexts.order, votesTexts.orders[order]],
  ];
  return (
    <p class="printed-scope print-only">
      {restrictions.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`])).join(' · ')}
    </p>
  );
}
