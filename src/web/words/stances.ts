import type { Basis, ChangeKind, CitationRole, Confidence, Verification } from '../generated/graphql.ts';

/** The basis of a stance. */
export const basisWords: Readonly<Record<Basis, string>> = {
  CONSENSUS: 'joined a consensus',
  COUNTERPART_READOUT: 'reported by the other side',
  CO_SIGNATURE: 'signed it with others',
  ENTAILED: 'follows from what it did',
  OWN_STATEMENT: 'its own statement',
  TRACKER: 'collected by a third party',
  TREATY: 'bound by treaty',
  VOTE: 'a recorded vote',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

/** How a stance differs from the previous one. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  EVIDENCE_ONLY: 'new evidence, same policy',
  POLICY_CHANGE: 'a change of policy',
  WORDING: 'other words, same policy',
};

/** The role of a cited document. */
export const citationWords: Readonly<Record<CitationRole, string>> = {
  PRIMARY: 'primary source',
  CARRIER: 'a report of it',
};

/** How far it has been checked. */
export const verificationWords: Readonly<Record<Verification, string>> = {
  VERIFIED: 'read and checked',
  PARTLY_VERIFIED: 'partly checked',
  FROM_KNOWLEDGE: 'from knowledge, not read',
};

/** A name of a closed set in words: `JOINT_STATEMENT` is "joint statement". */
export const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');
