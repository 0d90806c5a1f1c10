import type { Side, Verdict } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';

/** The verdicts in the order in which they are shown: what differs first. */
export const verdicts: readonly Verdict[] = ['DIVIDED', 'MIXED', 'NEUTRAL', 'AGREE', 'UNKNOWN'];

/** The verdicts that a comparison shows by default: where at least two positions are known. */
export const usualVerdicts: readonly Verdict[] = ['AGREE', 'DIVIDED', 'MIXED', 'NEUTRAL'];

/** Symbols, so that colour is not the only distinction. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  AGREE: '=',
  DIVIDED: '≠',
  MIXED: '≈',
  NEUTRAL: '○',
  UNKNOWN: '?',
};

export const verdictWords = texts.verdicts;

/** The side of an agreement, as it follows the word "Agree". */
export const sideInWords = (side: Side): string => texts.sides[side];
