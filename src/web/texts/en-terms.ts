import type {
  Basis,
  CellState,
  ChangeKind,
  CitationRole,
  Confidence,
  Measure,
  NotCountedReason,
  NoValueReason,
  Position,
  Verdict,
  Verification,
} from '../generated/graphql.ts';

export const measures: Readonly<Record<Measure, { readonly name: string; readonly meaning: string }>> = {
  AGREEMENT: { name: 'Agreement', meaning: 'how close on average; neutral is half way' },
  IDENTICAL: { name: 'Identical', meaning: 'share of equal positions' },
  COINCIDENCE: { name: 'Coincidence', meaning: 'same side, of all where both took one' },
  COINCIDENCE_2017: { name: 'Coincidence (2017)', meaning: 'same side, neutral counts half' },
  COINCIDENCE_2022: { name: 'Coincidence (2022)', meaning: 'same side, neutral and absent count half' },
  S_SCORE: { name: 'S score', meaning: 'agreement stretched to −1 … 1' },
  WEIGHTED_KAPPA: { name: 'Weighted kappa', meaning: 'beyond chance, from the habits of each' },
  WEIGHTED_PI: { name: 'Weighted pi', meaning: 'beyond chance, from one common habit' },
  ALPHA: { name: 'Alpha', meaning: 'beyond chance, all parties at once' },
};

export const noValue: Readonly<Record<NoValueReason, string>> = {
  TOO_FEW_PARTIES: 'A number needs two parties.',
  NO_SHARED_EVIDENCE: 'The ledger has no proposition here on which it knows a position of two of them.',
  BELOW_MINIMUM_SHARED: 'The ledger knows positions of both on too few propositions.',
  NO_VARIATION: 'They hold one and the same position throughout, so chance alone would make them agree.',
  ALL_NEUTRAL: 'All positions that can be compared are neutral.',
  ABSENCES_NOT_RECORDED: 'Nobody recorded who was absent.',
};

export const notCounted: Readonly<Record<NotCountedReason, string>> = {
  ABSENCES_NOT_RECORDED: 'absences were not recorded',
  ABSENT: 'one was absent',
  BASIS_WEIGHTLESS: 'the basis does not count',
  SPLIT: 'a bloc is split',
  MEAN_ONLY: 'a bloc has a mean, which is no position',
  NEUTRAL_ASIDE: 'neutral is aside in this measure',
  NEUTRAL_EXCLUDED: 'neutral is excluded',
  PAIR_WITHHELD: 'too little is known of both',
  POSITION_MISSING: 'a position is not known',
  UNANIMOUS_ROLL_CALL: 'the vote was unanimous',
};

/** A closed word for each verdict: on marks, in the filter, in sentences. */
export const verdicts: Readonly<Record<Verdict, { readonly word: string; readonly meaning: string }>> = {
  AGREE: { word: 'Agree', meaning: 'all on one side' },
  DIVIDED: { word: 'Divided', meaning: 'both sides are taken' },
  MIXED: { word: 'Differ in degree', meaning: 'some on a side, others neutral' },
  NEUTRAL: { word: 'Neutral', meaning: 'all neutral' },
  UNKNOWN: { word: 'Unknown', meaning: 'fewer than two positions known' },
};

export const positions: Readonly<
  Record<Position | Exclude<CellState, 'HELD' | 'DERIVED'>, { readonly verb: string; readonly meaning: string }>
> = {
  SUPPORT: { verb: 'Supports', meaning: 'says yes to the sentence' },
  LEAN_SUPPORT: { verb: 'Leans for', meaning: 'mostly or conditionally yes' },
  NEUTRAL: { verb: 'Neutral', meaning: 'spoke, and took neither side' },
  LEAN_OPPOSE: { verb: 'Leans against', meaning: 'mostly or conditionally no' },
  OPPOSE: { verb: 'Opposes', meaning: 'says no to the sentence' },
  SPLIT: { verb: 'Split', meaning: 'a bloc whose members are on no side together' },
  ABSENT: { verb: 'Absent', meaning: 'could take a position and did not' },
  UNKNOWN: { verb: 'Unknown', meaning: 'nothing in the ledger by that day' },
};

export const bases: Readonly<Record<Basis, string>> = {
  CONSENSUS: 'joined a consensus',
  COUNTERPART_READOUT: 'reported by the other side',
  CO_SIGNATURE: 'signed it with others',
  ENTAILED: 'follows from what it did',
  OWN_STATEMENT: 'its own statement',
  TRACKER: 'collected by a third party',
  TREATY: 'bound by treaty',
  VOTE: 'a recorded vote',
};

export const changes: Readonly<Record<ChangeKind, string>> = {
  EVIDENCE_ONLY: 'new evidence, same policy',
  POLICY_CHANGE: 'a change of policy',
  WORDING: 'other words, same policy',
};

export const citations: Readonly<Record<CitationRole, string>> = {
  PRIMARY: 'primary source',
  CARRIER: 'a report of it',
};

export const verifications: Readonly<Record<Verification, string>> = {
  VERIFIED: 'read and checked',
  PARTLY_VERIFIED: 'partly checked',
  FROM_KNOWLEDGE: 'from knowledge, not read',
};

export const confidences: Readonly<Record<Confidence, string>> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };
