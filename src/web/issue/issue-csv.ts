import type { IssuePageQuery } from '../generated/graphql.ts';
import { csvOf } from '../take-away/csv.ts';
import { positions } from '../words/positions.ts';

/** The propositions of an issue as CSV, with how many parties hold each position on the day. */
export const issueCsv = (issue: NonNullable<IssuePageQuery['issue']>, asOf: string, asKnownAt: number | null): string =>
  csvOf(
    [
      'issue',
      'proposition',
      'proposition_text',
      'kind',
      ...positions.map((one) => one.toLowerCase()),
      'as_of',
      'as_known_at',
    ],
    issue.propositions.nodes.map(({ key, text, kind, stances }) => [
      issue.key,
      key,
      text,
      kind,
      ...positions.map((one) => stances.nodes.filter(({ position }) => position === one).length),
      asOf,
      asKnownAt,
    ]),
  );
