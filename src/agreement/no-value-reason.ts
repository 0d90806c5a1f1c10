/** Why there is no number. The counts beside it stay. */
export const noValueReasons = {
  TOO_FEW_PARTIES: 'The query names fewer than two parties.',
  NO_SHARED_EVIDENCE: 'No two of the parties hold a position on the same proposition in scope.',
  BELOW_MINIMUM_SHARED: 'The parties share fewer propositions than `minimumShared`.',
  NO_VARIATION: 'The chance-corrected measure is undefined because the expected disagreement is zero.',
  ALL_NEUTRAL: 'The measure ignores neutral positions, and the parties share no others.',
} as const;

export type NoValueReason = keyof typeof noValueReasons;
