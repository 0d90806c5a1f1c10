import type { Snapshot } from '#snapshot/snapshot.ts';

const ofEveryLedger = [
  'A position that nobody found a source for is not in the ledger: nothing known is not neutrality.',
  'The pages read for the seed files reach to autumn 2025; later changes of government or of position are missing.',
  'The seed files hold what parties stated, signed or voted, never what they did; most pages were read in excerpts.',
  'Of votes named in the seed files only those of the 27 countries that were researched are recorded, and of NATO, EU and similar texts only signatories of interest.',
];

const ofTheGeneralAssembly = [
  'The roll calls of the UN General Assembly end on 14 January 2020.',
  'Texts adopted without a vote, which are most of them, are not among the roll calls; so agreement over roll calls looks lower than agreement over all that the Assembly adopted.',
  'Who was absent is recorded for sessions 1 to 70 alone; after that a missing vote is unknown.',
  'The days of roll calls in sessions 1 to 53 are placeholders within their month.',
];

/** What a reader must know to be missing from the ledger as it stands. */
export function knownGaps({ propositions }: Snapshot): string[] {
  const holdsAssembly = propositions.list.some(({ rollCall, retired }) => !retired && rollCall?.body === 'UNGA');
  return holdsAssembly ? [...ofEveryLedger, ...ofTheGeneralAssembly] : ofEveryLedger;
}
