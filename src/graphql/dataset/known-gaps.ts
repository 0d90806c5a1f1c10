import type { Snapshot } from '#snapshot/snapshot.ts';

const ofEveryLedger = [
  'A position for which no source was found is not in the ledger; an unknown position is not a neutral one.',
  'The pages read for the seed files extend to autumn 2025; later changes of government or position are missing.',
  'The seed files record what parties stated, signed or voted, not what they did; most pages were read in excerpts.',
  'For votes in the seed files only the 27 researched countries are recorded, and for NATO, EU and similar texts only some of the signatories.',
];

const ofTheGeneralAssembly = [
  'The roll calls of the UN General Assembly end on 14 January 2020.',
  'Texts adopted without a vote, which are the majority, are not among the roll calls, so agreement over roll calls is lower than agreement over everything that the Assembly adopted.',
  'Absences are recorded for sessions 1 to 70 only; in later sessions a missing vote is unknown.',
  'The days of roll calls in sessions 1 to 53 are placeholders within their month.',
];

/** What is known to be missing from the ledger. */
export function knownGaps({ propositions }: Snapshot): string[] {
  const holdsAssembly = propositions.list.some(({ rollCall, retired }) => !retired && rollCall?.body === 'UNGA');
  return holdsAssembly ? [...ofEveryLedger, ...ofTheGeneralAssembly] : ofEveryLedger;
}
