import type { Side, Verdict } from '../generated/graphql.ts';

/** The verdicts in display order. */
export const verdicts: readonly Verdict[] = ['AGREE', 'DIVIDED', 'MIXED', 'NEUTRAL', 'UNKNOWN'];

/** The verdicts that a comparison shows by default: where at least two positions are known. */
export const usualVerdicts: readonly Verdict[] = ['AGREE', 'DIVIDED', 'MIXED', 'NEUTRAL'];

interface Words {
  readonly word: string;
  /** As in "show where they agree". */
  readonly filter: string;
  readonly sign: string;
  readonly meaning: string;
}

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  AGREE: { word: 'Agree', filter: 'agree', sign: '=', meaning: 'all on one side' },
  DIVIDED: { word: 'Divided', filter: 'are divided', sign: '≠', meaning: 'both sides are taken' },
  MIXED: { word: 'Mixed', filter: 'are mixed', sign: '≈', meaning: 'some on a side, others neutral' },
  NEUTRAL: { word: 'Neutral', filter: 'are neutral', sign: '○', meaning: 'all neutral' },
  UNKNOWN: { word: 'Unknown', filter: 'are unknown', sign: '?', meaning: 'fewer than two positions known' },
};

/** The side of an agreement, as it follows the word "Agree". */
export const sideInWords = (side: Side): string => (side === 'SUPPORT' ? 'in support' : 'against');
