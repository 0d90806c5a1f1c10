import type { NeutralPolicy } from '../generated/graphql.ts';

/** The texts of the fields that change a scope and a policy. */
export const scopeTexts = {
  measure: 'Measure',
  neutral: 'Neutral positions',
  neutrals: {
    KEEP: 'count half way',
    EXCLUDE: 'are left out',
    COUNT_AS_OPPOSE: 'count as against (roll calls)',
  } satisfies Readonly<Record<NeutralPolicy, string>>,
  minimum: 'At least shared',
  more: 'More of the scope',
  takenFrom: 'Taken from',
  takenBefore: 'Taken before',
  confirmedSince: 'Confirmed since',
  propositions: 'Propositions, by key',
  all: 'all',
  sessions: 'Sessions',
  sessionsHint: 'all, or 70-75',
  wholeTexts: 'whole texts only',
  important: 'important votes only',
  notUnanimous: 'without unanimous votes',
} as const;
