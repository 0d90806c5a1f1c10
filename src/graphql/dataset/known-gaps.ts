/** What a reader must know to be missing, whatever the ledger holds. */
export const knownGaps = [
  'A position that nobody found a source for is not in the ledger: nothing known is not neutrality.',
  'The pages read for the seed files reach to autumn 2025; later changes of government or of position are missing.',
  'The seed files hold what parties stated, signed or voted, never what they did; most pages were read in excerpts.',
  'Of votes named in the seed files only those of the 27 countries that were researched are recorded, and of NATO, EU and similar texts only signatories of interest.',
] as const;
