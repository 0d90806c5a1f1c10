/** Why there is no number. The counts beside it stay. */
export const noValueReasons = {
  TOO_FEW_PARTIES: 'Fewer than two parties were asked about.',
  NO_SHARED_EVIDENCE: 'No two of the parties hold a position on the same proposition in scope.',
  BELOW_MINIMUM_SHARED: 'They share fewer propositions than the policy asks for.',
  NO_VARIATION: 'A chance-corrected measure is undefined because chance alone would make them agree on everything.',
  ALL_NEUTRAL: 'The measure leaves neutral positions aside and nothing else is shared.',
} as const;

export type NoValueReason = keyof typeof noValueReasons;
