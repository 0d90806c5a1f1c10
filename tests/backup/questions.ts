/** What can be asked about a revision, besides the stances; each list fits on one page. */
export const questions: Readonly<Record<string, string>> = {
  dataset: `query ($r: Int) { dataset(asKnownAt: $r) {
    revision latestRevision { number time author source message } knownGaps verbGuide { verb position }
    counts { countries blocs issues claims rollCalls stances absences documents citations passages } coverage { earliest latest }
  } }`,
  parties: `query ($r: Int) { parties(asKnownAt: $r, first: 250) { totalCount nodes {
    id key kind iso3 name aliases founded note verification addresses
    members(ever: true, includeUnclear: true, includeParticipants: true, first: 60) {
      nodes { member { key name } from until precision status role note }
    }
  } } }`,
  issues: `query ($r: Int) { issues(asKnownAt: $r) { nodes {
    id key name summary tier propositions(first: 250) { totalCount nodes { key text } }
  } } }`,
  propositions: `query ($r: Int) { propositions(asKnownAt: $r, first: 250) { totalCount nodes {
    id key kind text note issues { key name } document { key title }
    rollCall { body session symbol tabledOn tabledOnPrecision textScope important yes no abstain }
  } } }`,
  documents: `query ($r: Int) { documents(asKnownAt: $r, first: 250) { totalCount nodes {
    id key title publisher kind date precision symbol addresses { url read note } verification note
    signatories { party { key name } date role }
    passages(first: 100) { nodes {
      id key locator speaker verb keyPhrase kind note parties { key } stances { id key }
    } }
  } } }`,
  comparison: `query ($r: Int) { comparison(parties: ["CN", "RU", "US", "SE"], scope: { asKnownAt: $r, kinds: [CLAIM, ROLL_CALL] }) {
    agreement { value sharedPropositions same partial opposite measures { measure value reason } evidence(first: 250) { totalCount nodes {
      proposition { key } positions counted reason contribution } } }
    rows(first: 250) { totalCount nodes { proposition { key } verdict side since cells { state position stance { id } } } }
    jointDocuments { nodes { key } }
  } }`,
  matrix: `query ($r: Int) { agreementMatrix(scope: { asKnownAt: $r, kinds: [ROLL_CALL] }) { parties { key } values shared } }`,
};

/** Everything that is said of a stance. */
export const stanceFields = `
  id key position heldFrom heldFromPrecision heldUntil inForceUntil basis confidence tier verb rationale changeKind
  party { key } proposition { key } previous { id } next { id }
  citations { document { key } role locator keyPhrase verification verifiedAt verifiedIn }`;
